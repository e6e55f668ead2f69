package dev.shardline.transform.metrics;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.tracing.TraceContext;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.result.ResultPublisher;
import dev.shardline.transform.shard.ShardMeter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Measures how long results take to become durable. Thread-safe. */
public final class MeteredResults implements ResultPublisher {

  private final ResultPublisher results;
  private final ShardMeter meter;

  /**
   * Nothing measured yet.
   *
   * @param results makes them durable
   * @param meter is told how long that took
   */
  public MeteredResults(ResultPublisher results, ShardMeter meter) {
    this.results = results;
    this.meter = meter;
  }

  @Override
  public CompletableFuture<Void> publish(ShardResult result, TraceContext trace) {
    long sent = System.nanoTime();
    return results
        .publish(result, trace)
        .thenRun(() -> meter.published(Duration.ofNanos(System.nanoTime() - sent)));
  }

  @Override
  public CompletableFuture<Void> publish(ReceivedRecord record, DeadLetter cause) {
    return results.publish(record, cause);
  }
}
