package dev.shardline.contracts.source;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.job.SourceId;

/** What became of a source request: exactly one for each, always. */
public sealed interface SourceOutcome {

  /** Which request this answers. */
  SourceId id();

  /** How it was fetched. */
  Fetch fetch();

  /** What became of it, in a sentence for people. */
  String message();

  /**
   * The source was fetched, stored and turned into shards where that was asked for.
   *
   * @param object the stored body
   * @param shardCount how many shards it gave, of the job {@link SourceId#shardsJob()}; 0 if none
   *     were asked for
   * @param badRows how many of these were answered as failed at once, as their rows have no usable
   *     number; 0 if no shards were asked for
   */
  record Ingested(SourceId id, RawObject object, long shardCount, long badRows, Fetch fetch)
      implements SourceOutcome {

    @Override
    public String message() {
      String bad =
          badRows == 0
              ? ""
              : "; bad rows: %d of %d, answered as FAILED".formatted(badRows, shardCount);
      String unchanged = object.unchanged() ? "; unchanged since it was fetched before" : "";
      return id.source() + " ingested successfully" + unchanged + bad;
    }
  }

  /**
   * The source could not be ingested.
   *
   * @param failure why not
   */
  record Failed(SourceId id, Failure failure, Fetch fetch) implements SourceOutcome {

    @Override
    public String message() {
      return failure.message();
    }
  }
}
