package dev.shardline.ingest.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes the values of secrets out of what is published. The service writes none of them, but it
 * repeats what it is sent, and a source that was sent a secret may send it back. Immutable.
 */
public final class Redaction {

  private static final String PUT_INSTEAD = "[secret]";
  private static final String CUT = "...";

  /** Shorter values would be found in any text. */
  private static final int MIN_VALUE = 4;

  /** Shorter words are such as {@code Bearer}. */
  private static final int MIN_WORD = 8;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final List<String> words;

  /**
   * @param secrets their values: each is taken out as a whole if it has 4 characters or more, and
   *     so is each word in it of 8 characters or more, in upper or lower case, and also where a
   *     text was cut within it
   */
  public Redaction(Collection<String> secrets) {
    words =
        secrets.stream()
            .flatMap(Redaction::parts)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** The text without them. */
  public String of(String text) {
    String left = text;
    for (String word : words) {
      left = withoutCut(found(word).matcher(left).replaceAll(PUT_INSTEAD), word);
    }
    return left;
  }

  private static Stream<String> parts(String secret) {
    return Stream.concat(
        Stream.of(secret.strip()).filter(value -> value.length() >= MIN_VALUE),
        SPACE.splitAsStream(secret).filter(word -> word.length() >= MIN_WORD));
  }

  private static Pattern found(String word) {
    return Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE);
  }

  /** Without the beginning of the word where the text was cut within it. */
  private static String withoutCut(String text, String word) {
    for (int cut = text.indexOf(CUT); cut >= 0; cut = text.indexOf(CUT, cut + 1)) {
      for (int length = Math.min(word.length(), cut); length >= MIN_WORD; length--) {
        if (text.regionMatches(true, cut - length, word, 0, length)) {
          return withoutCut(
              text.substring(0, cut - length) + PUT_INSTEAD + text.substring(cut), word);
        }
      }
    }
    return text;
  }
}
