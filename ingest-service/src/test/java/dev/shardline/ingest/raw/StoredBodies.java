package dev.shardline.ingest.raw;

import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.RawObject;
import java.net.URI;
import java.util.List;

/** Bodies of tests, as their fetch left them. */
public final class StoredBodies {

  private StoredBodies() {}

  /** A body that was kept for that request, in pages of these sizes if there are any. */
  public static StoredBody of(SourceId id, Long... pages) {
    RawObject object = new RawObject(URI.create("file:///objects/" + id.source()), 0, "");
    return new StoredBody(object, id, List.of(pages));
  }
}
