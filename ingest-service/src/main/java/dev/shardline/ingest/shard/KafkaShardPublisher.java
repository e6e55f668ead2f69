package dev.shardline.ingest.shard;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
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
  public CompletionStage<Void> publish(Shard shard) {
    return shards
        .send(Record.of(shard.id().key(), ShardCodec.encode(shard)))
        .subscribeAsCompletionStage();
  }

  @Override
  public CompletionStage<Void> publish(ShardResult.Failed result) {
    return results
        .send(Record.of(result.id().key(), ShardResultCodec.encode(result)))
        .subscribeAsCompletionStage();
  }
}
