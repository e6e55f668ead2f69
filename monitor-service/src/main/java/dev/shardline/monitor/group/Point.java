package dev.shardline.monitor.group;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A group at a time.
 *
 * @param lag records not processed; null: unknown
 * @param inFlight records that workers hold; null: unknown
 * @param written offsets that its partitions had got until then; null: unknown
 */
public record Point(
    Instant at, @Nullable Long lag, @Nullable Long inFlight, @Nullable Long written) {}
