package dev.shardline.cli.shard;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.result.DecimalText;
import dev.shardline.contracts.result.ShardResult;
import org.jspecify.annotations.Nullable;

/** A shard's result as it is told to people. */
public final class ResultLine {

  private ResultLine() {}

  /** One line; a second one with all digits, or where they are, if they were asked for. */
  public static String of(ShardResult result) {
    return switch (result) {
      case ShardResult.Done done -> done(done);
      case ShardResult.Failed failed -> failed(failed);
      case ShardResult.Cancelled cancelled -> "Input " + cancelled.number() + " -> CANCELLED";
    };
  }

  private static String done(ShardResult.Done done) {
    String input = "Input " + done.number() + " -> Result";
    String length = input + " length: " + done.value().digits() + " digits";
    @Nullable DecimalText decimal = done.value().decimal();
    return switch (decimal) {
      case null -> length;
      case DecimalText.Inline inline -> length + "\n" + input + ": " + inline.digits();
      case DecimalText.Reference reference -> length + "\n" + input + " in: " + reference.uri();
    };
  }

  private static String failed(ShardResult.Failed failed) {
    // A shard that could not be read has no number; its place still tells which one it was.
    String input =
        failed.number() == null ? "Shard " + failed.id().index() : "Input " + failed.number();
    Failure failure = failed.failure();
    return input + " -> FAILED [" + failure.reason() + "] " + failure.message();
  }
}
