package dev.shardline.objectstore;

import java.nio.charset.StandardCharsets;

/**
 * Writes any text as a file name, one to one: percent-encoding (RFC 3986) of its UTF-8 bytes, but
 * for lower-case letters, digits, {@code -}, {@code _} and inner dots.
 *
 * <p>Upper-case letters are encoded as well, since file systems may ignore case. A dot at an end is
 * encoded: {@code .} and {@code ..} are directories, and Windows drops dots at the end.
 */
final class SegmentEncoding {

  /** The longest encoded segment, in characters: file systems end at 255 bytes. */
  static final int MAX_LENGTH = 200;

  private static final int KEPT_OF_A_LONG_SEGMENT = 100;

  private SegmentEncoding() {}

  static String encode(String segment) {
    StringBuilder encoded = new StringBuilder(segment.length());
    for (int at = 0; at < segment.length(); ) {
      int codePoint = segment.codePointAt(at);
      boolean atAnEnd = at == 0 || at == segment.length() - 1;
      append(encoded, codePoint, atAnEnd);
      at += Character.charCount(codePoint);
    }
    return encoded.length() <= MAX_LENGTH ? encoded.toString() : shortened(encoded.toString());
  }

  /** The mark {@code ~} is never plain, so that no short segment is written like a long one. */
  private static String shortened(String encoded) {
    Sha256 hash = new Sha256();
    byte[] ascii = encoded.getBytes(StandardCharsets.US_ASCII);
    hash.update(ascii, 0, ascii.length);
    return encoded.substring(0, KEPT_OF_A_LONG_SEGMENT) + "~" + hash.hex();
  }

  private static void append(StringBuilder encoded, int codePoint, boolean atAnEnd) {
    if (isPlain(codePoint) || (codePoint == '.' && !atAnEnd)) {
      encoded.appendCodePoint(codePoint);
    } else if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
      // Half a surrogate pair, which JSON can spell: UTF-8 would turn all of them into '?'.
      encoded.append("%%u%04x".formatted(codePoint));
    } else {
      for (byte octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
        encoded.append("%%%02x".formatted(octet));
      }
    }
  }

  private static boolean isPlain(int codePoint) {
    return (codePoint >= 'a' && codePoint <= 'z')
        || (codePoint >= '0' && codePoint <= '9')
        || codePoint == '-'
        || codePoint == '_';
  }
}
