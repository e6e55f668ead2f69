package dev.shardline.ingest.shard;

import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.tracing.TraceContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Publishes nothing.
 *
 * @param failure why
 */
public record RefusingShardPublisher(RuntimeException failure) implements ShardPublisher {

  @Override
  public CompletionStage<Void> publish(Shard shard, TraceContext trace) {
    return CompletableFuture.failedStage(failure);
  }

  @Override
  public CompletionStage<Void> publish(ShardResult.Failed result, TraceContext trace) {
    return CompletableFuture.failedStage(failure);
  }
}
