package dev.shardline.ingest.shard;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of comma-separated values (RFC 4180) below a header line. The parser is to know no
 * columns: told of them, it ends at the first row that has more.
 */
final class CsvRows implements RowReader {

  private final CsvParser parser;
  private final RowNumber number;
  private int columns;
  private int place = -1;

  /**
   * @param parser without a schema, so that each line is an array of texts
   */
  CsvRows(CsvParser parser, RowNumber number) {
    this.parser = parser;
    this.number = number;
  }

  @Override
  public @Nullable Row next() throws IOException {
    if (columns == 0) {
      header();
    }
    return parser.nextToken() == null ? null : row();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private void header() throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      if (number.field().equals(parser.getText().strip())) {
        if (place >= 0) {
          throw invalidHeader(
              "one column of the name \"%s\" in the header line, which has several");
        }
        place = columns;
      }
      columns++;
    }
    if (place < 0) {
      throw invalidHeader("a column of the name \"%s\" in the header line");
    }
  }

  private InvalidBodyException invalidHeader(String expected) {
    return new InvalidBodyException("expected " + expected.formatted(number.field()), null);
  }

  private Row row() throws IOException {
    // The location of the token is still that of the row before.
    long line = parser.currentLocation().getLineNr();
    String text = "";
    int count = 0;
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      if (count == place) {
        text = parser.getText().strip();
      }
      count++;
    }
    return read(text, count).onLine(line);
  }

  private Row read(String text, int count) {
    if (count != columns) {
      return new Row.Unusable(
          "expected %d values as in the header line, were %d".formatted(columns, count));
    }
    return text.isEmpty() ? number.missing() : number.read(text);
  }
}
