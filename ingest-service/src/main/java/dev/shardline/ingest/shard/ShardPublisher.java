package dev.shardline.ingest.shard;

import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import java.util.concurrent.CompletionStage;

/** Hands shards on. Implementations are thread-safe; the stages complete once all is durable. */
public interface ShardPublisher {

  /** Hands a shard to whoever computes. */
  CompletionStage<Void> publish(Shard shard);

  /** Answers a shard that cannot be computed, in the place of its computation. */
  CompletionStage<Void> publish(ShardResult.Failed result);
}
