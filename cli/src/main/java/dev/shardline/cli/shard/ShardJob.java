package dev.shardline.cli.shard;

import dev.shardline.cli.job.AnswerFormat;
import dev.shardline.cli.job.Job;
import dev.shardline.cli.job.Request;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shard for each number, in their order.
 *
 * @param id the job
 * @param numbers each 0 or above, at least one
 * @param transform the transformation that computes
 * @param output how much of the values the results carry
 * @param timeLimit how long each may be computed; null: as long as the service allows
 * @param parts into how many parts each may be divided, from 1 to {@link Shard#MAX_PARTS}
 */
public record ShardJob(
    JobId id,
    List<Long> numbers,
    String transform,
    Output output,
    @Nullable Duration timeLimit,
    int parts)
    implements Job<ShardResult> {

  /**
   * @throws IllegalArgumentException if there is no number
   */
  public ShardJob {
    numbers = List.copyOf(numbers);
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("a job must have at least one number");
    }
  }

  /** A job with the default transformation and output. */
  public static ShardJob of(JobId id, List<Long> numbers) {
    return new ShardJob(id, numbers, Shard.DEFAULT_TRANSFORM, Output.SUMMARY, null, 1);
  }

  @Override
  public int size() {
    return numbers.size();
  }

  @Override
  public String requestTopic() {
    return Topics.SHARDS;
  }

  @Override
  public Request request(int place) {
    Shard shard =
        new Shard(
            new ShardId(id, place, size()),
            numbers.get(place),
            transform,
            output,
            timeLimit,
            parts);
    return new Request(
        shard.id().key(), new String(ShardCodec.encode(shard), StandardCharsets.UTF_8));
  }

  @Override
  public AnswerFormat<ShardResult> answers() {
    return new ResultFormat();
  }
}
