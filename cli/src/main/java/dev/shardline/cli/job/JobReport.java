package dev.shardline.cli.job;

import dev.shardline.contracts.job.JobId;
import java.time.Duration;

/**
 * How a job went.
 *
 * @param job the job
 * @param tally how far it came
 * @param elapsed from the first request's handing over to the producer until the last answer so far
 *     was there for the caller; zero while there is none
 */
public record JobReport(JobId job, Tally tally, Duration elapsed) {}
