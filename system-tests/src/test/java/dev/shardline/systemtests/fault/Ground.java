package dev.shardline.systemtests.fault;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.systemtests.fleet.Fleet;
import dev.shardline.systemtests.ledger.Ledger;
import dev.shardline.systemtests.ledger.LedgerReader;
import dev.shardline.systemtests.ledger.Settlement;
import java.time.Duration;
import java.util.Random;

/**
 * Where a fault takes place.
 *
 * @param fleet what it is done to
 * @param reader the independent reader
 * @param form how much of everything
 * @param random every random choice
 */
record Ground(Fleet fleet, LedgerReader reader, Form form, Random random) {

  /** Far more than any job here takes with its fault; no more is waited for. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Whether a job has shards without an answer. */
  boolean runs(JobId job) {
    return reader.shards(job).missing() > 0;
  }

  /** Waits until a job is under way: one shard in so many is answered. */
  void awaitPart(JobId job, int oneIn) {
    reader.awaitShards(
        job, PATIENCE, ledger -> ledger.in() > 0 && ledger.answered() >= ledger.in() / oneIn);
  }

  /** Waits until the job is over, without a hand on anything. */
  Ledger settle(JobId job, int shards) {
    return new Settlement(fleet.bootstrapServers(), reader).of(job, shards);
  }

  /** Waits until the request and its shards are over, without a hand on anything. */
  Ledger settle(SourceId request, int rows) {
    return new Settlement(fleet.bootstrapServers(), reader).of(request, rows);
  }
}
