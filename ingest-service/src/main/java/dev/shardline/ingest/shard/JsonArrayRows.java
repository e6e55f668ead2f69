package dev.shardline.ingest.shard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.shardline.contracts.source.RowPointer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The elements of one JSON array, and a look at what follows it: a body may have been cut off. */
final class JsonArrayRows implements RowReader {

  private final JsonParser parser;
  private final RowArray array;
  private final RowNumber number;
  private boolean begun;

  JsonArrayRows(JsonParser parser, RowPointer pointer, RowNumber number) {
    this.parser = parser;
    this.array = new RowArray(parser, pointer);
    this.number = number;
  }

  @Override
  public @Nullable Row next() throws IOException {
    if (!begun) {
      begun = true;
      array.enter();
    }
    if (array.next() == JsonToken.END_ARRAY) {
      array.leave();
      return null;
    }
    return JsonRow.read(parser, number);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
