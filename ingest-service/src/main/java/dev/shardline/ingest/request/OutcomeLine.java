package dev.shardline.ingest.request;

import dev.shardline.contracts.source.SourceOutcome;

/** An outcome as one line of the log. */
final class OutcomeLine {

  private OutcomeLine() {}

  static String of(SourceOutcome outcome) {
    String head = outcome.id().key() + " ";
    return switch (outcome) {
      case SourceOutcome.Ingested ingested ->
          head
              + "INGESTED %d bytes, %d shards, %d of them of bad rows, fetched in %d ms"
                  .formatted(
                      ingested.object().bytes(),
                      ingested.shardCount(),
                      ingested.badRows(),
                      ingested.fetch().duration().toMillis());
      case SourceOutcome.Failed failed ->
          head + "FAILED %s: %s".formatted(failed.failure().reason(), failed.message());
    };
  }
}
