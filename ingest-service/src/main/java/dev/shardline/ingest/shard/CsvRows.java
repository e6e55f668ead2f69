package dev.shardline.ingest.shard;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of comma-separated values (RFC 4180) below a header line. */
final class CsvRows implements RowReader {

  private final CsvParser parser;
  private final String field;
  private boolean begun;

  /**
   * @param parser with a schema that takes its columns from the header line
   */
  CsvRows(CsvParser parser, String field) {
    this.parser = parser;
    this.field = field;
  }

  @Override
  public @Nullable Row next() throws IOException {
    JsonToken token = parser.nextToken();
    if (!begun) {
      begun = true;
      requireColumn();
    }
    return token == null ? null : row();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** The parser knows its columns once it has gone to its first token. */
  private void requireColumn() throws InvalidBodyException {
    if (parser.getSchema().column(field) == null) {
      throw new InvalidBodyException(
          "expected a column of the name \"%s\" in the header line".formatted(field), null);
    }
  }

  private Row row() throws IOException {
    Row row = RowNumber.missing();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = field.equals(parser.currentName());
      parser.nextToken();
      if (wanted) {
        String text = parser.getText().strip();
        row = text.isEmpty() ? RowNumber.missing() : RowNumber.read(text);
      }
    }
    return row;
  }
}
