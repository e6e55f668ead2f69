package dev.shardline.ingest.shard;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a parser says of a text that it cannot read, in a form fit for people. */
final class ParserMessage {

  /** A parser's message may hold a whole value of the body. */
  private static final int MAX_LENGTH = 200;

  /** Says little beside the place of the end, and much of how the parser is configured. */
  private static final Pattern START_MARKER = Pattern.compile(" \\(start marker at .*");

  private ParserMessage() {}

  /** One line, without the place. */
  static String of(IOException problem) {
    @Nullable String message =
        problem instanceof JsonProcessingException parsing
            ? parsing.getOriginalMessage()
            : problem.getMessage();
    String line = message == null ? "malformed" : message.lines().findFirst().orElse("malformed");
    return Excerpt.of(START_MARKER.matcher(line).replaceFirst(""), MAX_LENGTH);
  }
}
