package dev.shardline.cli.bench.roundtrip;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import java.time.Duration;

/**
 * One shard there and back, by the same client as a record through the raw loop; its computation
 * takes some tenths of a millisecond. Not thread-safe.
 */
public final class SingleShard implements AutoCloseable {

  private static final long NUMBER = 2500;

  private final RecordClient client;

  private SingleShard(RecordClient client) {
    this.client = client;
  }

  /** On a cluster on which a transform service runs. */
  public static SingleShard open(Cluster cluster) throws InterruptedException {
    return new SingleShard(RecordClient.open(cluster, Topics.SHARDS, Topics.SHARD_RESULTS));
  }

  /** Sends one and waits for its result. */
  public Duration roundTrip() {
    JobId job = JobId.create();
    return client.roundTrip(
        new ShardId(job, 0, 1).key(),
        "{\"jobId\":\"" + job + "\",\"index\":0,\"count\":1,\"number\":" + NUMBER + "}");
  }

  @Override
  public void close() {
    client.close();
  }
}
