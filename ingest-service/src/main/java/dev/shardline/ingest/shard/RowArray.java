package dev.shardline.ingest.shard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.source.RowPointer;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** The array of rows in a JSON body: goes to it and out of it, and keeps nothing of the rest. */
final class RowArray {

  /** An array's place in RFC 6901; the bound keeps it a long. */
  private static final Pattern PLACE = Pattern.compile("0|[1-9][0-9]{0,17}");

  private static final int MAX_REPEATED = 60;

  private final JsonParser parser;
  private final RowPointer pointer;

  RowArray(JsonParser parser, RowPointer pointer) {
    this.parser = parser;
    this.pointer = pointer;
  }

  /**
   * Goes from before the body to the array's first token. Where a name is there more than once, to
   * the first.
   *
   * @throws IngestFailedException if the pointer leads nowhere, or to something that is no array
   * @throws InvalidBodyException if there is no pointer and the body is no array
   */
  void enter() throws IOException {
    if (parser.nextToken() == null) {
      throw new InvalidBodyException("expected one JSON array, was nothing", null);
    }
    List<String> steps = pointer.steps();
    for (int i = 0; i < steps.size(); i++) {
      String missing = go(steps.get(i));
      if (!missing.isEmpty()) {
        throw misled("leads nowhere in the body: at step %d, %s".formatted(i + 1, missing));
      }
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      String found = Excerpt.of(JsonRow.describe(parser), MAX_REPEATED);
      if (pointer.equals(RowPointer.ROOT)) {
        throw new InvalidBodyException(
            "expected one JSON array, was %s; shards.pointer can lead to an array inside"
                .formatted(found),
            null);
      }
      throw misled("leads to %s: expected an array of rows".formatted(found));
    }
  }

  /**
   * Goes from the array's last token to the end of the body.
   *
   * @throws IOException if the body is not well-formed up to there, such as where it was cut off
   */
  void leave() throws IOException {
    while (!parser.getParsingContext().inRoot()) {
      next();
      parser.skipChildren();
    }
    if (parser.nextToken() != null) {
      throw new InvalidBodyException("expected one JSON value, and nothing after it", null);
    }
  }

  /** The next token, which there must be one before the array is left. */
  JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new InvalidBodyException("expected one JSON value, which did not end", null);
    }
    return token;
  }

  /** Goes a step; what is missing for it, empty if nothing. */
  private String go(String step) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> intoField(step);
      case START_ARRAY -> intoElement(step);
      default ->
          "expected an object or an array with \"%s\", was %s"
              .formatted(step, Excerpt.of(JsonRow.describe(parser), MAX_REPEATED));
    };
  }

  private String intoField(String name) throws IOException {
    while (next() == JsonToken.FIELD_NAME) {
      boolean wanted = name.equals(parser.currentName());
      next();
      if (wanted) {
        return "";
      }
      parser.skipChildren();
    }
    return "the object has no field \"%s\"".formatted(name);
  }

  private String intoElement(String place) throws IOException {
    if (!PLACE.matcher(place).matches()) {
      return "expected an element's place from 0 in an array, was \"%s\"".formatted(place);
    }
    long wanted = Long.parseLong(place);
    long count = 0;
    while (next() != JsonToken.END_ARRAY) {
      if (count == wanted) {
        return "";
      }
      parser.skipChildren();
      count++;
    }
    return "the array has no element %s, but %d in all".formatted(place, count);
  }

  private IngestFailedException misled(String how) {
    return new IngestFailedException(
        Reason.INVALID_BODY, "shards.pointer \"%s\" %s".formatted(pointer, how));
  }
}
