package dev.shardline.ingest.shard;

import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.tracing.TraceContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is published, and confirms it at once. */
public final class RecordingShardPublisher implements ShardPublisher {

  private final List<Shard> shards = new CopyOnWriteArrayList<>();
  private final List<ShardResult.Failed> results = new CopyOnWriteArrayList<>();
  private final List<TraceContext> traces = new CopyOnWriteArrayList<>();

  /** What each of them carries, in the order in which they were published. */
  public List<TraceContext> traces() {
    return traces;
  }

  public List<Shard> shards() {
    return shards;
  }

  public List<ShardResult.Failed> results() {
    return results;
  }

  @Override
  public CompletionStage<Void> publish(Shard shard, TraceContext trace) {
    shards.add(shard);
    traces.add(trace);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<Void> publish(ShardResult.Failed result, TraceContext trace) {
    results.add(result);
    traces.add(trace);
    return CompletableFuture.completedStage(null);
  }
}
