package dev.shardline.ingest.source;

import java.util.List;

/** What came of a fetch. */
public sealed interface SourceReply {

  /**
   * The whole body was written.
   *
   * @param validators by which the source can be asked later whether it has changed
   * @param pages the sizes of the pages that the body consists of, in bytes, in order; empty: it is
   *     one piece
   */
  record Written(Validators validators, List<Long> pages) implements SourceReply {

    public Written {
      pages = List.copyOf(pages);
    }

    /** A body in one piece, of which its source says nothing further. */
    public static Written plain() {
      return new Written(Validators.NONE, List.of());
    }
  }

  /** Nothing was written: the body is still the one that the target's validators belong to. */
  record Unchanged() implements SourceReply {}
}
