/**
 * Taking shards from the partitions of a classic consumer group, where there are no share groups.
 */
@NullMarked
package dev.shardline.transform.partition;

import org.jspecify.annotations.NullMarked;
