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
   * @param field holds the number
   */
  static Row read(JsonParser parser, String field) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      Row row = new Row.Unusable(" is missing: expected an object, was " + describe(parser));
      parser.skipChildren();
      return row;
    }
    Row row = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = field.equals(parser.currentName());
      parser.nextToken();
      if (wanted) {
        row = row == null ? value(parser) : new Row.Unusable(" is there more than once");
      }
      parser.skipChildren();
    }
    return row == null ? RowNumber.missing() : row;
  }

  private static @Nullable Row value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> RowNumber.read(parser.getText());
      // As in messages, a field that is null counts as absent.
      case VALUE_NULL -> null;
      default -> RowNumber.unusable(describe(parser));
    };
  }

  private static String describe(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "the text \"" + parser.getText() + "\"";
      default -> parser.getText();
    };
  }
}
