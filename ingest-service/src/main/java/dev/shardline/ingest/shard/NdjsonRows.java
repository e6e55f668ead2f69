package dev.shardline.ingest.shard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of newline-delimited JSON, each parsed alone, so that one that is broken spoils no
 * other. Lines with nothing on them are no rows.
 */
final class NdjsonRows implements RowReader {

  private final BoundedLines lines;
  private final JsonFactory json;
  private final RowNumber number;
  private final int maxLength;

  /**
   * @param lines closed with this reader
   * @param maxLength what the lines are bounded by, in bytes
   */
  NdjsonRows(BoundedLines lines, JsonFactory json, RowNumber number, int maxLength) {
    this.lines = lines;
    this.json = json;
    this.number = number;
    this.maxLength = maxLength;
  }

  @Override
  public @Nullable Row next() throws IOException {
    Row row = null;
    while (row == null && lines.next()) {
      row =
          lines.tooLong()
              ? new Row.Unusable("expected a line of at most %d bytes".formatted(maxLength))
              : line();
    }
    return row == null ? null : row.onLine(lines.number());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /** The row on the current line; null if there is none. */
  private @Nullable Row line() {
    try (JsonParser parser = json.createParser(lines.bytes(), 0, lines.length())) {
      if (parser.nextToken() == null) {
        return null;
      }
      Row row = JsonRow.read(parser, number);
      return parser.nextToken() == null
          ? row
          : new Row.Unusable("expected one JSON value on the line, and nothing after it");
    } catch (IOException e) {
      // Of bytes in memory: the line is not JSON, or not UTF-8.
      return new Row.Unusable("expected JSON: " + ParserMessage.of(e) + column(e));
    }
  }

  private static String column(IOException problem) {
    return problem instanceof JsonProcessingException parsing && parsing.getLocation() != null
        ? " at column " + parsing.getLocation().getColumnNr()
        : "";
  }
}
