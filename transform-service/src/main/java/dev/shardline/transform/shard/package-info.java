/** Taking shards off the queue, keeping their locks, giving them back. */
@NullMarked
package dev.shardline.transform.shard;

import org.jspecify.annotations.NullMarked;
