package dev.shardline.ingest.shard;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.tracing.TraceContext;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Answers bad rows without secrets: a message repeats a part of its row, and a body is whatever its
 * source sent. Thread-safe.
 */
public final class RedactedShards implements ShardPublisher {

  private final ShardPublisher shards;
  private final UnaryOperator<String> redaction;

  /**
   * @param shards hands them on
   * @param redaction takes secrets out of a text
   */
  public RedactedShards(ShardPublisher shards, UnaryOperator<String> redaction) {
    this.shards = shards;
    this.redaction = redaction;
  }

  @Override
  public CompletionStage<Void> publish(Shard shard, TraceContext trace) {
    return shards.publish(shard, trace);
  }

  @Override
  public CompletionStage<Void> publish(ShardResult.Failed result, TraceContext trace) {
    Failure failure = result.failure();
    return shards.publish(
        new ShardResult.Failed(
            result.id(),
            result.transform(),
            result.number(),
            new Failure(failure.reason(), redaction.apply(failure.message())),
            result.execution()),
        trace);
  }
}
