package dev.shardline.lag;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a group has yet to process of a partition.
 *
 * @param log which offsets the partition has; null: that could not be read
 * @param position the offset of the first record that is not processed, as the group's brokers keep
 *     it; empty: they keep none
 * @param lag how many records are not processed, those in flight included
 * @param oldest how old the oldest of them is; empty: there is none
 */
public record PartitionLag(
    Partition partition,
    @Nullable LogRange log,
    OptionalLong position,
    Fact<Long> lag,
    Fact<Optional<Age>> oldest) {}
