package dev.shardline.ingest.request;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.source.SourceRequestCodec;
import dev.shardline.ingest.deadletter.DeadLetterPublisher;
import dev.shardline.ingest.outcome.FetchLog;
import dev.shardline.ingest.outcome.OutcomePublisher;
import dev.shardline.ingest.retry.RetryPolicy;
import dev.shardline.tracing.TraceSpan;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Answers each record with exactly one outcome, whatever is in it. Thread-safe. */
public final class RequestAnswering {

  private final SourceIngestion ingestion;
  private final RetryPolicy retries;
  private final OutcomePublisher outcomes;
  private final String worker;
  private final Clock clock;

  /**
   * @param ingestion does what a request asks for
   * @param retries says which failures are tried again, and when
   * @param outcomes takes the answers
   * @param worker this process, as dead letters name it
   * @param clock dates the answers
   */
  public RequestAnswering(
      SourceIngestion ingestion,
      RetryPolicy retries,
      OutcomePublisher outcomes,
      String worker,
      Clock clock) {
    this.ingestion = ingestion;
    this.retries = retries;
    this.outcomes = outcomes;
    this.worker = worker;
    this.clock = clock;
  }

  /**
   * Begins work on a record.
   *
   * @param value the record's value, null where it has none
   * @param position where the record stands, from which a request without a job id gets one
   * @param deadLetters puts this record aside
   * @param span what traces say of the work on it; ended by this
   */
  public OpenRequest open(
      byte @Nullable [] value,
      RecordPosition position,
      DeadLetterPublisher deadLetters,
      TraceSpan span) {
    FetchLog log = FetchLog.start(clock);
    FailedOutcomes failures = new FailedOutcomes(deadLetters, position, worker);
    return new OpenRequest(
        SourceRequestCodec.decode(value, position),
        ingestion,
        retries,
        outcomes,
        failures,
        log,
        span);
  }
}
