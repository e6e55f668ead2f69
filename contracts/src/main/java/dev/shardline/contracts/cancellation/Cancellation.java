package dev.shardline.contracts.cancellation;

import dev.shardline.contracts.job.JobId;

/**
 * Asks for a job to be ended: its shards that have no result yet get one that says so, also those
 * that are published later.
 *
 * @param job the job
 */
public record Cancellation(JobId job) {}
