package dev.shardline.ingest.shard;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a message repeats of a body. */
final class Excerpt {

  private static final String ELLIPSIS = "...";

  private Excerpt() {}

  /**
   * A text of a body, shortened as it may be of any length.
   *
   * @param maxLength the most characters, above 3
   */
  static String of(String text, int maxLength) {
    String excerpt =
        text.length() <= maxLength
            ? text
            : text.substring(0, maxLength - ELLIPSIS.length()) + ELLIPSIS;
    // Half of a surrogate pair, found or made by the cut, becomes a question mark: it has no UTF-8
    // form, so the message could not be published.
    return new String(excerpt.getBytes(UTF_8), UTF_8);
  }
}
