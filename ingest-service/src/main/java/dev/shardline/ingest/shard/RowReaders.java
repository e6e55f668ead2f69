package dev.shardline.ingest.shard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.shardline.contracts.source.Sharding;
import java.io.IOException;
import java.io.InputStream;

/** The readers of the formats: the one place where their parsers are configured. */
final class RowReaders {

  /** Bounds what one row takes of the memory, in characters of one text. */
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder().maxStringLength(1_000_000).build();

  /** The most bytes of an NDJSON line. */
  static final int MAX_LINE = 1 << 20;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          // Interned, the names of foreign bodies would stay in the JVM's table of strings.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private static final CsvFactory CSV =
      CsvFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private RowReaders() {}

  /**
   * Opens a reader.
   *
   * @param sharding where the rows and their numbers are
   * @param body closed with the reader, or here if this method throws
   */
  static RowReader open(Sharding sharding, InputStream body) throws IOException {
    try {
      RowNumber number = new RowNumber(sharding.field());
      return switch (sharding.format()) {
        case JSON -> new JsonArrayRows(JSON.createParser(body), sharding.pointer(), number);
        case NDJSON -> new NdjsonRows(new BoundedLines(body, MAX_LINE), JSON, number, MAX_LINE);
        case CSV -> new CsvRows(CSV.createParser(body), number);
      };
    } catch (IOException | RuntimeException e) {
      body.close();
      throw e;
    }
  }
}
