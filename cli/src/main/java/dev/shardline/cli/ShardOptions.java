package dev.shardline.cli;

import dev.shardline.cli.job.InvalidInputException;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what becomes of a number. */
class ShardOptions {

  @Option(
      names = "--transform",
      paramLabel = "NAME",
      defaultValue = Shard.DEFAULT_TRANSFORM,
      description = "The transformation that computes. Default: ${DEFAULT-VALUE}.")
  private String transform = Shard.DEFAULT_TRANSFORM;

  @Option(
      names = "--output",
      paramLabel = "summary|decimal",
      defaultValue = "summary",
      description = "How much of each value to tell; decimal: all digits. Default: summary.")
  private Output output = Output.SUMMARY;

  @Option(
      names = "--time-limit",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description =
          "How long each may be computed, such as 30s; beyond, it fails with DEADLINE. Default: as"
              + " long as the service allows.")
  private @Nullable Duration timeLimit;

  final String transform() {
    return transform;
  }

  final Output output() {
    return output;
  }

  final @Nullable Duration timeLimit() {
    if (timeLimit != null && timeLimit.compareTo(Shard.MAX_TIME_LIMIT) > 0) {
      throw new InvalidInputException(
          "--time-limit", "expected at most " + Shard.MAX_TIME_LIMIT.toDays() + "d");
    }
    return timeLimit;
  }
}
