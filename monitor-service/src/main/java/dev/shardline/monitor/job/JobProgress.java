package dev.shardline.monitor.job;

import dev.shardline.contracts.job.JobId;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How far a job is.
 *
 * @param kind {@code shards} or {@code sources}
 * @param total how many parts it has; empty: its messages do not say
 */
public record JobProgress(
    JobId job,
    String kind,
    Instant lastAnswerAt,
    OptionalLong total,
    long done,
    long failed,
    long cancelled) {}
