package dev.shardline.ingest.shard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The elements of one JSON array. */
final class JsonArrayRows implements RowReader {

  private final JsonParser parser;
  private final String field;
  private boolean begun;

  JsonArrayRows(JsonParser parser, String field) {
    this.parser = parser;
    this.field = field;
  }

  @Override
  public @Nullable Row next() throws IOException {
    if (!begun) {
      begun = true;
      begin();
    }
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      end();
      return null;
    }
    if (token == null) {
      throw new InvalidBodyException("expected one JSON array, which did not end", null);
    }
    return JsonRow.read(parser, field);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private void begin() throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw new InvalidBodyException(
          "expected one JSON array, was "
              + (parser.currentToken() == null ? "nothing" : "another JSON value"),
          null);
    }
  }

  private void end() throws IOException {
    if (parser.nextToken() != null) {
      throw new InvalidBodyException("expected one JSON array, and nothing after it", null);
    }
  }
}
