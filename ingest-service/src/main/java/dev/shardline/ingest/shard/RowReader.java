package dev.shardline.ingest.shard;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one body, one after another, in memory that does not grow with the body. */
interface RowReader extends AutoCloseable {

  /**
   * The next row; null after the last.
   *
   * @throws InvalidBodyException if the body is not what its format says
   * @throws dev.shardline.ingest.outcome.IngestFailedException if the rows are not where the
   *     request says
   * @throws IOException if the body cannot be read
   */
  @Nullable Row next() throws IOException;

  /** Closes the body's stream too. */
  @Override
  void close() throws IOException;
}
