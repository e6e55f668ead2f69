package dev.shardline.ingest.source.http;

import java.io.IOException;

/** A server sent far more than belongs to a body, and nothing of one. */
final class TooMuchFramingException extends IOException {

  private static final long serialVersionUID = 1L;

  TooMuchFramingException(long bytes) {
    super("%d bytes came, and no further piece of the body among them".formatted(bytes));
  }
}
