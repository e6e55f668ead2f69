package dev.shardline.ingest.raw;

import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.RawObject;
import java.util.List;

/**
 * A body in the object store.
 *
 * @param object where it is
 * @param keptAs for which request it was kept
 * @param pages the sizes of its pages, in bytes, in order; empty: it is one piece
 */
public record StoredBody(RawObject object, SourceId keptAs, List<Long> pages) {

  public StoredBody {
    pages = List.copyOf(pages);
  }
}
