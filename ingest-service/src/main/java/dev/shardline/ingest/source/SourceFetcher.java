package dev.shardline.ingest.source;

import dev.shardline.ingest.source.host.SourceBusyException;
import java.io.IOException;
import java.io.OutputStream;

/** Fetches a source. Implementations are thread-safe. */
@FunctionalInterface
public interface SourceFetcher {

  /**
   * Looks whether a fetch can begin now, before anything is made ready for it. A fetch may be busy
   * all the same.
   *
   * @throws SourceBusyException if not; nothing was asked of the source
   */
  default void requireFree(SourceTarget target) throws IOException {}

  /**
   * Writes the source's body, from its first byte to its last, and returns when all of it is
   * written. Whatever the source does, this ends within a configured time.
   *
   * @param target what to fetch
   * @param body takes the bytes; closed by the caller; what it throws ends the fetch, and comes out
   *     as it was
   * @return what came of it; that a body is unchanged only if the target knows validators of it
   * @throws dev.shardline.ingest.outcome.IngestFailedException if the source cannot be fetched
   * @throws SourceBusyException if nothing can be asked of the source now, and nothing was
   * @throws java.io.InterruptedIOException if the thread was interrupted, which stays set: the
   *     request is not to be answered then
   */
  SourceReply fetch(SourceTarget target, OutputStream body) throws IOException;
}
