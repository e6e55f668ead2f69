package dev.shardline.ingest.request;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.contracts.source.SourceRequestCodec;
import dev.shardline.ingest.deadletter.DeadLetterPublisher;
import dev.shardline.ingest.outcome.FetchLog;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.outcome.OutcomePublisher;
import dev.shardline.ingest.shard.UnpublishedShardException;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Answers each record with exactly one outcome, whatever is in it. When {@link #answer} returns,
 * all that came of the record is durable, and it may be acknowledged; when it throws, it may not.
 * Thread-safe.
 */
public final class RequestAnswering {

  private static final System.Logger LOG = System.getLogger(RequestAnswering.class.getName());

  private final SourceIngestion ingestion;
  private final OutcomePublisher outcomes;
  private final String worker;
  private final Clock clock;

  /**
   * @param ingestion does what a request asks for
   * @param outcomes takes the answers
   * @param worker this process, as dead letters name it
   * @param clock dates the answers
   */
  public RequestAnswering(
      SourceIngestion ingestion, OutcomePublisher outcomes, String worker, Clock clock) {
    this.ingestion = ingestion;
    this.outcomes = outcomes;
    this.worker = worker;
    this.clock = clock;
  }

  /**
   * Answers one record.
   *
   * @param value the record's value, null where it has none
   * @param position where the record stands
   * @param deadLetters puts this record aside
   * @return the outcome that was published
   * @throws InterruptedException if the process stops meanwhile
   */
  public SourceOutcome answer(
      byte @Nullable [] value, RecordPosition position, DeadLetterPublisher deadLetters)
      throws InterruptedException {
    FetchLog log = FetchLog.start(clock);
    SourceOutcome outcome =
        switch (SourceRequestCodec.decode(value, position)) {
          case Decoded.Valid<SourceId, SourceRequest>(SourceRequest request) ->
              ingest(request, position, log);
          case Decoded.Invalid<SourceId, SourceRequest>(SourceId id, Failure failure) ->
              new SourceOutcome.Failed(id, failure, log.finish());
        };
    // Whoever reads a failed outcome finds the record already put aside.
    if (outcome instanceof SourceOutcome.Failed failed) {
      deadLetters.publish(deadLetter(failed, position));
    }
    outcomes.publish(outcome);
    return outcome;
  }

  private SourceOutcome ingest(SourceRequest request, RecordPosition position, FetchLog log)
      throws InterruptedException {
    try {
      return ingestion.ingest(request, log);
    } catch (UnpublishedShardException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Interrupted reads and writes fail in many ways, none of which is the request's fault.
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("stopped while ingesting " + position);
      }
      return new SourceOutcome.Failed(request.id(), failure(e, position), log.finish());
    }
  }

  private static Failure failure(Exception e, RecordPosition position) {
    if (e instanceof IngestFailedException failed) {
      return failed.failure();
    }
    LOG.log(System.Logger.Level.ERROR, "cannot ingest the request at " + position, e);
    return new Failure(
        Reason.INTERNAL_ERROR,
        "the service failed; its log says more about the request at " + position);
  }

  private DeadLetter deadLetter(SourceOutcome.Failed failed, RecordPosition position) {
    return new DeadLetter(
        failed.id().key(),
        position,
        failed.failure(),
        Math.max(1, failed.fetch().attempts()),
        failed.fetch().finishedAt(),
        worker);
  }
}
