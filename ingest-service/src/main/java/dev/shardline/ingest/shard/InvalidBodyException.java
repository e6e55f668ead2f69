package dev.shardline.ingest.shard;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body is not what the request's format says. */
final class InvalidBodyException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what was expected, and what was there
   */
  InvalidBodyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
