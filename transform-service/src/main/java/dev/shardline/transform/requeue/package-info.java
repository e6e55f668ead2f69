/** Putting a shard on its topic once more: at once, or when its next attempt is due. */
@NullMarked
package dev.shardline.transform.requeue;

import org.jspecify.annotations.NullMarked;
