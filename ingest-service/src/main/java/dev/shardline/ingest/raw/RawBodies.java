package dev.shardline.ingest.raw;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.RawObject;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.objectstore.ObjectBody;
import dev.shardline.objectstore.ObjectKey;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.objectstore.ObjectStoreException;
import dev.shardline.objectstore.ObjectTooLargeException;
import dev.shardline.objectstore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The bodies of sources, one for each source of a job. Thread-safe. */
public final class RawBodies {

  private final ObjectStore store;
  private final long maxBytes;

  /**
   * @param store keeps the bodies
   * @param maxBytes the largest body to accept, in bytes
   */
  public RawBodies(ObjectStore store, long maxBytes) {
    this.store = store;
    this.maxBytes = maxBytes;
  }

  /**
   * Keeps a body, and hashes it on its way. A body that was kept for the same source before is
   * replaced.
   *
   * @param ownLimit the largest body that the request accepts, in bytes; null: it does not say
   * @throws IngestFailedException if the body is too large, or cannot be kept
   * @throws IOException what the body threw
   */
  public RawObject keep(SourceId id, @Nullable Long ownLimit, ObjectBody body) throws IOException {
    long limit = ownLimit == null ? maxBytes : Math.min(ownLimit, maxBytes);
    try {
      StoredObject stored = store.put(key(id), limit, body);
      return new RawObject(stored.uri(), stored.bytes(), stored.sha256());
    } catch (ObjectTooLargeException e) {
      throw new IngestFailedException(
          Reason.BODY_TOO_LARGE,
          "the body is larger than %d bytes (%s)"
              .formatted(limit, limit < maxBytes ? "maxBytes" : "ingest.body.max-size"),
          e);
    } catch (ObjectStoreException e) {
      throw IngestFailedException.passing(
          Reason.STORE_FAILED, "the body could not be stored: " + e.getMessage(), e);
    }
  }

  /**
   * Opens a body that was kept.
   *
   * @param id for which request
   * @return the bytes; the caller closes it
   * @throws IngestFailedException if it cannot be opened
   */
  public InputStream open(SourceId id) throws IngestFailedException {
    try {
      return store.open(key(id));
    } catch (ObjectStoreException e) {
      throw IngestFailedException.passing(
          Reason.STORE_FAILED, "the stored body could not be read: " + e.getMessage(), e);
    }
  }

  static ObjectKey key(SourceId id) {
    return ObjectKey.of("raw", id.job().toString(), id.source());
  }
}
