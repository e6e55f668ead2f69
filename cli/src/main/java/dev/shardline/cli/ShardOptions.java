package dev.shardline.cli;

import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
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

  final String transform() {
    return transform;
  }

  final Output output() {
    return output;
  }
}
