package dev.shardline.cli.bench.roundtrip;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import java.time.Duration;

/** One shard there and back, by the same client whoever computes it. Not thread-safe. */
public final class SingleShard implements AutoCloseable {

  private final RecordClient client;
  private final long number;

  private SingleShard(RecordClient client, long number) {
    this.client = client;
    this.number = number;
  }

  /**
   * Shards for the transform services of a cluster.
   *
   * @param number of each, in the range that the service takes
   */
  public static SingleShard open(Cluster cluster, long number) throws InterruptedException {
    return open(cluster, Topics.SHARDS, Topics.SHARD_RESULTS, number);
  }

  /** The same for whoever takes them from and publishes to other topics. */
  static SingleShard open(Cluster cluster, String shards, String results, long number)
      throws InterruptedException {
    return new SingleShard(RecordClient.open(cluster, shards, results), number);
  }

  /** Sends one and waits for its result. */
  public Duration roundTrip() {
    JobId job = JobId.create();
    return client.roundTrip(
        new ShardId(job, 0, 1).key(),
        "{\"jobId\":\"" + job + "\",\"index\":0,\"count\":1,\"number\":" + number + "}");
  }

  @Override
  public void close() {
    client.close();
  }
}
