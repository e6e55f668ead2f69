package dev.shardline.ingest.shard;

import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Publishes nothing.
 *
 * @param failure why
 */
public record RefusingShardPublisher(RuntimeException failure) implements ShardPublisher {

  @Override
  public CompletionStage<Void> publish(Shard shard) {
    return CompletableFuture.failedStage(failure);
  }

  @Override
  public CompletionStage<Void> publish(ShardResult.Failed result) {
    return CompletableFuture.failedStage(failure);
  }
}
