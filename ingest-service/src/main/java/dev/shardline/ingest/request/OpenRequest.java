package dev.shardline.ingest.request;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.ingest.outcome.FetchLog;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.outcome.OutcomePublisher;
import dev.shardline.ingest.retry.Decision;
import dev.shardline.ingest.retry.RetryPolicy;
import dev.shardline.ingest.shard.UnpublishedShardException;
import dev.shardline.ingest.source.host.SourceBusyException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A record on its way to its one outcome, attempt by attempt. For one thread at a time. */
public final class OpenRequest {

  private static final System.Logger LOG = System.getLogger(OpenRequest.class.getName());

  private final Decoded<SourceId, SourceRequest> decoded;
  private final SourceIngestion ingestion;
  private final RetryPolicy retries;
  private final OutcomePublisher outcomes;
  private final FailedOutcomes failures;
  private final FetchLog log;
  private @Nullable IngestionSteps steps;

  /** The record, and what is done about it. */
  OpenRequest(
      Decoded<SourceId, SourceRequest> decoded,
      SourceIngestion ingestion,
      RetryPolicy retries,
      OutcomePublisher outcomes,
      FailedOutcomes failures,
      FetchLog log) {
    this.decoded = decoded;
    this.ingestion = ingestion;
    this.retries = retries;
    this.outcomes = outcomes;
    this.failures = failures;
    this.log = log;
  }

  /** Which request it is. */
  SourceId id() {
    return switch (decoded) {
      case Decoded.Valid<SourceId, SourceRequest>(SourceRequest request) -> request.id();
      case Decoded.Invalid<SourceId, SourceRequest>(SourceId id, Failure _) -> id;
    };
  }

  /** How many attempts were made so far. */
  int attempts() {
    return log.attempts();
  }

  /**
   * Makes the next attempt, and publishes what it led to unless another is to follow. When this
   * method throws, the record may not be acknowledged.
   *
   * @throws InterruptedException if the process stops meanwhile
   * @throws RuntimeException if something could not be published
   */
  public Progress attempt() throws InterruptedException {
    Progress progress =
        switch (decoded) {
          case Decoded.Valid<SourceId, SourceRequest>(SourceRequest request) -> ingest(request);
          case Decoded.Invalid<SourceId, SourceRequest>(SourceId id, Failure failure) ->
              answerFailed(id, failure);
        };
    if (progress instanceof Progress.Answered(SourceOutcome outcome)) {
      // Whoever reads a failed outcome finds the record already put aside.
      if (outcome instanceof SourceOutcome.Failed failed) {
        failures.putAside(failed);
      }
      outcomes.publish(outcome);
    }
    return progress;
  }

  private Progress ingest(SourceRequest request) throws InterruptedException {
    try {
      if (steps == null) {
        steps = ingestion.prepare(request);
      }
      return new Progress.Answered(steps.attempt(log));
    } catch (UnpublishedShardException e) {
      throw e;
    } catch (SourceBusyException e) {
      log.takeBackAttempt();
      return new Progress.Waiting(e.delay());
    } catch (IOException | RuntimeException e) {
      // Interrupted reads and writes fail in many ways, none of which is the request's fault.
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("stopped while ingesting " + request.id().key());
      }
      return afterFailure(request.id(), failures.failure(e));
    }
  }

  private Progress afterFailure(SourceId id, IngestFailedException failed) {
    return switch (retries.after(log.attempts(), failed)) {
      case Decision.GiveUp(Failure failure) -> answerFailed(id, failure);
      case Decision.TryAgain(var delay) -> {
        LOG.log(
            System.Logger.Level.INFO,
            "%s attempt %d failed, the next is in %d ms: %s"
                .formatted(
                    id.key(),
                    log.attempts(),
                    delay.toMillis(),
                    ingestion.withoutSecrets(failed.failure()).message()));
        yield new Progress.Waiting(delay);
      }
    };
  }

  private Progress answerFailed(SourceId id, Failure failure) {
    return new Progress.Answered(
        new SourceOutcome.Failed(id, ingestion.withoutSecrets(failure), log.finish()));
  }
}
