package dev.shardline.ingest.shard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One value of a token stream, read as a row. */
final class JsonRow {

  private JsonRow() {}

  /**
   * Reads the value whose first token is the current one, to its last token.
   *
   * @param parser at the first token
   * @param number where in the row its number is
   */
  static Row read(JsonParser parser, RowNumber number) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      Row row = number.withoutFields(describe(parser));
      parser.skipChildren();
      return row;
    }
    Row row = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = number.field().equals(parser.currentName());
      parser.nextToken();
      if (wanted) {
        row = row == null ? value(parser, number) : number.repeated();
      }
      parser.skipChildren();
    }
    return row == null ? number.missing() : row;
  }

  /** The value at whose first token the parser is, in words. */
  static String describe(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "the text \"" + parser.getText() + "\"";
      default -> parser.getText();
    };
  }

  private static @Nullable Row value(JsonParser parser, RowNumber number) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number.read(parser.getText());
      // As in messages, a field that is null counts as absent.
      case VALUE_NULL -> null;
      default -> number.unusable(describe(parser));
    };
  }
}
