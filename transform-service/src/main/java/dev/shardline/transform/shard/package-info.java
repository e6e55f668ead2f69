/** One delivered record, from its bytes to its answer. */
@NullMarked
package dev.shardline.transform.shard;

import org.jspecify.annotations.NullMarked;
