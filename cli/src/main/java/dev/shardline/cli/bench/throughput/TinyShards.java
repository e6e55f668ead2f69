package dev.shardline.cli.bench.throughput;

import dev.shardline.cli.job.AnswerFormat;
import dev.shardline.cli.job.Job;
import dev.shardline.cli.job.Request;
import dev.shardline.cli.shard.ShardJob;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.result.ShardResult;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many shards of some microseconds each: numbers from {@value #SMALLEST} to {@value #LARGEST}, one
 * after the other.
 *
 * @param job the shards
 * @param requestTopic where they are published
 */
record TinyShards(ShardJob job, String requestTopic) implements Job<ShardResult> {

  private static final int SMALLEST = 20;
  private static final int LARGEST = 100;

  /** A new job of so many. */
  static TinyShards of(int count, String requestTopic) {
    List<Long> numbers =
        IntStream.range(0, count)
            .mapToObj(place -> (long) SMALLEST + place % (LARGEST - SMALLEST + 1))
            .toList();
    return new TinyShards(ShardJob.of(JobId.create(), numbers), requestTopic);
  }

  @Override
  public JobId id() {
    return job.id();
  }

  @Override
  public int size() {
    return job.size();
  }

  @Override
  public Request request(int place) {
    return job.request(place);
  }

  @Override
  public AnswerFormat<ShardResult> answers() {
    return job.answers();
  }
}
