package dev.shardline.cli.shard;

import dev.shardline.cli.job.Answer;
import dev.shardline.cli.job.AnswerFormat;
import dev.shardline.cli.job.Ending;
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
    Ending ending =
        switch (result) {
          case ShardResult.Done done -> Ending.DONE;
          case ShardResult.Failed failed -> Ending.FAILED;
          case ShardResult.Cancelled cancelled -> Ending.CANCELLED;
        };
    return new Answer<>(result.id().index(), result, ending, json);
  }
}
