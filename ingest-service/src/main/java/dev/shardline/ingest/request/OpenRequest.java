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
import dev.shardline.tracing.TraceKeys;
import dev.shardline.tracing.TraceSpan;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A record on its way to its one outcome, attempt by attempt. For one thread at a time. */
public final class OpenRequest {

  private static final System.Logger LOG = System.getLogger(OpenRequest.class.getName());

  /** What traces say of a request that a stop cut short, or whose answer no broker takes. */
  private static final String NOT_ANSWERED = "NOT_ANSWERED";

  private final Decoded<SourceId, SourceRequest> decoded;
  private final SourceIngestion ingestion;
  private final RetryPolicy retries;
  private final OutcomePublisher outcomes;
  private final FailedOutcomes failures;
  private final FetchLog log;
  private final TraceSpan span;
  private @Nullable IngestionSteps steps;

  /** The record, and what is done about it. */
  OpenRequest(
      Decoded<SourceId, SourceRequest> decoded,
      SourceIngestion ingestion,
      RetryPolicy retries,
      OutcomePublisher outcomes,
      FailedOutcomes failures,
      FetchLog log,
      TraceSpan span) {
    this.decoded = decoded;
    this.ingestion = ingestion;
    this.retries = retries;
    this.outcomes = outcomes;
    this.failures = failures;
    this.log = log;
    this.span = span.with(TraceKeys.JOB, id().job()).with(TraceKeys.SOURCE, id().source());
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
    try {
      Progress progress = progress();
      if (progress instanceof Progress.Answered(SourceOutcome outcome)) {
        span.end();
      }
      return progress;
    } catch (InterruptedException | RuntimeException | Error e) {
      span.with(TraceKeys.OUTCOME, NOT_ANSWERED).end();
      throw e;
    }
  }

  private Progress progress() throws InterruptedException {
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
      tell(outcome);
      outcomes.publish(outcome, span.context());
    }
    return progress;
  }

  private void tell(SourceOutcome outcome) {
    span.with(TraceKeys.ATTEMPT, log.attempts());
    switch (outcome) {
      case SourceOutcome.Ingested _ -> span.with(TraceKeys.OUTCOME, "INGESTED");
      case SourceOutcome.Failed failed ->
          span.with(TraceKeys.OUTCOME, "FAILED").failed(failed.failure().reason().code());
    }
  }

  private Progress ingest(SourceRequest request) throws InterruptedException {
    try {
      if (steps == null) {
        steps = ingestion.prepare(request, span);
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
