package dev.shardline.monitor.activity;

import dev.shardline.monitor.failure.DeadLetterCauses;
import dev.shardline.monitor.failure.RecentFailures;
import dev.shardline.monitor.job.LatestJobs;
import dev.shardline.monitor.job.Totals;
import dev.shardline.monitor.worker.Workers;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * What was told by answers, dead letters and workers.
 *
 * @param since from when on
 * @param caughtUp whether all that was told before now was read
 */
public record Activity(
    LatestJobs jobs,
    RecentFailures failures,
    DeadLetterCauses dead,
    Totals totals,
    Workers workers,
    Instant since,
    BooleanSupplier caughtUp) {

  /** Nothing told yet. */
  public static Activity since(Instant since, BooleanSupplier caughtUp) {
    return new Activity(
        new LatestJobs(),
        new RecentFailures(),
        new DeadLetterCauses(),
        new Totals(),
        new Workers(),
        since,
        caughtUp);
  }
}
