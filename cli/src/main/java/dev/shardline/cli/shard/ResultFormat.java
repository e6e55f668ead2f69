package dev.shardline.cli.shard;

import dev.shardline.cli.job.Answer;
import dev.shardline.cli.job.AnswerFormat;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import java.nio.charset.StandardCharsets;

/** Shard results, each at the index of its shard. */
public final class ResultFormat implements AnswerFormat<ShardResult> {

  @Override
  public String topic() {
    return Topics.SHARD_RESULTS;
  }

  @Override
  public Answer<ShardResult> read(String json) {
    ShardResult result = ShardResultCodec.decode(json.getBytes(StandardCharsets.UTF_8));
    return new Answer<>(result.id().index(), result, result instanceof ShardResult.Done, json);
  }
}
