package dev.shardline.contracts.source;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the array of rows is in a JSON body: a JSON Pointer (RFC 6901).
 *
 * @param text empty for the body itself, else each step after a slash, with {@code ~} as {@code ~0}
 *     and {@code /} as {@code ~1}; no half of a surrogate pair
 */
public record RowPointer(String text) {

  /** The most characters that a pointer has. */
  public static final int MAX_LENGTH = 1000;

  /** What a pointer is, for error messages. */
  public static final String EXPECTED =
      "a JSON Pointer (RFC 6901) of at most "
          + MAX_LENGTH
          + " characters: empty for the whole body, else such as /data/rows, with ~ written as ~0";

  private static final Pattern FORM = Pattern.compile("(/([^~]++|~[01])*+)?");

  /** The whole body is the array. */
  public static final RowPointer ROOT = new RowPointer("");

  /**
   * @throws IllegalArgumentException if the text has another form
   */
  public RowPointer {
    if (text.codePointCount(0, text.length()) > MAX_LENGTH
        || text.codePoints().anyMatch(RowPointer::isHalfOfAPair)
        || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("expected " + EXPECTED);
    }
  }

  /** The names of fields and the places in arrays to go through, from the root; none for it. */
  public List<String> steps() {
    // An empty step at the end is one too: -1 keeps it.
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.substring(1).split("/", -1)).map(RowPointer::unescaped).toList();
  }

  @Override
  public String toString() {
    return text;
  }

  private static String unescaped(String step) {
    // In this order, so that ~01 becomes ~1 and not a slash.
    return step.replace("~1", "/").replace("~0", "~");
  }

  private static boolean isHalfOfAPair(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }
}
