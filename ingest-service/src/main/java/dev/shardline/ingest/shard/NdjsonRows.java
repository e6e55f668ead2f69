package dev.shardline.ingest.shard;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The values of newline-delimited JSON; other white space between them does as well. */
final class NdjsonRows implements RowReader {

  private final JsonParser parser;
  private final String field;

  NdjsonRows(JsonParser parser, String field) {
    this.parser = parser;
    this.field = field;
  }

  @Override
  public @Nullable Row next() throws IOException {
    return parser.nextToken() == null ? null : JsonRow.read(parser, field);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
