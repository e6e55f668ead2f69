package dev.shardline.ingest.shard;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import dev.shardline.ingest.trace.TracedRecords;
import dev.shardline.tracing.TraceContext;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes shards, and the results of those that cannot be computed, on their topics. */
@ApplicationScoped
public class KafkaShardPublisher implements ShardPublisher {

  private final MutinyEmitter<Record<String, byte[]>> shards;
  private final MutinyEmitter<Record<String, byte[]>> results;

  // Unbounded, as the senders bound themselves: see UnconfirmedShards.
  KafkaShardPublisher(
      @Channel(Topics.SHARDS) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Record<String, byte[]>> shards,
      @Channel(Topics.SHARD_RESULTS) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Record<String, byte[]>> results) {
    this.shards = shards;
    this.results = results;
  }

  @Override
  public CompletionStage<Void> publish(Shard shard, TraceContext trace) {
    return shards
        .sendMessage(TracedRecords.message(shard.id().key(), ShardCodec.encode(shard), trace))
        .subscribeAsCompletionStage();
  }

  @Override
  public CompletionStage<Void> publish(ShardResult.Failed result, TraceContext trace) {
    return results
        .sendMessage(
            TracedRecords.message(result.id().key(), ShardResultCodec.encode(result), trace))
        .subscribeAsCompletionStage();
  }
}
