package dev.shardline.ingest.request;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.ingest.deadletter.DeadLetterPublisher;
import dev.shardline.ingest.outcome.IngestFailedException;

/**
 * What becomes of a record that cannot be ingested.
 *
 * @param deadLetters puts the record aside
 * @param position where the record stands
 * @param worker this process, as dead letters name it
 */
record FailedOutcomes(DeadLetterPublisher deadLetters, RecordPosition position, String worker) {

  private static final System.Logger LOG = System.getLogger(FailedOutcomes.class.getName());

  /** The failure behind an exception; one that nobody foresaw is told of in the log alone. */
  IngestFailedException failure(Exception e) {
    if (e instanceof IngestFailedException failed) {
      return failed;
    }
    LOG.log(System.Logger.Level.ERROR, "cannot ingest the request at " + position, e);
    return new IngestFailedException(
        Reason.INTERNAL_ERROR,
        "the service failed; its log says more about the request at " + position,
        e);
  }

  /** Puts the record aside; returns once that is durable. */
  void putAside(SourceOutcome.Failed failed) {
    deadLetters.publish(
        new DeadLetter(
            failed.id().key(),
            position,
            failed.failure(),
            Math.max(1, failed.fetch().attempts()),
            failed.fetch().finishedAt(),
            worker));
  }
}
