package dev.shardline.ingest.shard;

import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is published, and confirms it at once. */
public final class RecordingShardPublisher implements ShardPublisher {

  private final List<Shard> shards = new CopyOnWriteArrayList<>();
  private final List<ShardResult.Failed> results = new CopyOnWriteArrayList<>();

  public List<Shard> shards() {
    return shards;
  }

  public List<ShardResult.Failed> results() {
    return results;
  }

  @Override
  public CompletionStage<Void> publish(Shard shard) {
    shards.add(shard);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<Void> publish(ShardResult.Failed result) {
    results.add(result);
    return CompletableFuture.completedStage(null);
  }
}
