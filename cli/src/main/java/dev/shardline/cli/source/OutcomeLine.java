package dev.shardline.cli.source;

import dev.shardline.contracts.source.SourceOutcome;

/** A source's outcome as it is told to people. */
public final class OutcomeLine {

  private OutcomeLine() {}

  /** One line. */
  public static String of(SourceOutcome outcome) {
    return switch (outcome) {
      case SourceOutcome.Ingested ingested -> ingested.message();
      case SourceOutcome.Failed failed ->
          failed.id().source() + " FAILED [" + failed.failure().reason() + "] " + failed.message();
    };
  }
}
