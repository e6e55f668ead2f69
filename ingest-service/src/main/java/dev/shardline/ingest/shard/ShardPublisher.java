package dev.shardline.ingest.shard;

import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.tracing.TraceContext;
import java.util.concurrent.CompletionStage;

/** Hands shards on. Implementations are thread-safe; the stages complete once all is durable. */
public interface ShardPublisher {

  /**
   * Hands a shard to whoever computes.
   *
   * @param trace what its record carries of the trace that it belongs to
   */
  CompletionStage<Void> publish(Shard shard, TraceContext trace);

  /**
   * Answers a shard that cannot be computed, in the place of its computation.
   *
   * @param trace what its record carries of the trace that it belongs to
   */
  CompletionStage<Void> publish(ShardResult.Failed result, TraceContext trace);
}
