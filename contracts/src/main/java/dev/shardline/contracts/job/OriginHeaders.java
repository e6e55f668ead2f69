package dev.shardline.contracts.job;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The headers that say where a record stood before it was put elsewhere: among the dead letters, or
 * on its own topic once more. Ids that derive from the place of a record derive from this one.
 */
public final class OriginHeaders {

  /** Topic of the record. */
  public static final String TOPIC = "shardline-origin-topic";

  /** Partition of the record. */
  public static final String PARTITION = "shardline-origin-partition";

  /** Offset of the record. */
  public static final String OFFSET = "shardline-origin-offset";

  /** Timestamp of the record, ISO 8601. */
  public static final String TIMESTAMP = "shardline-origin-timestamp";

  private OriginHeaders() {}

  /** The headers of an origin, by name, in order. Values are UTF-8 text. */
  public static Map<String, String> of(RecordPosition origin) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(TOPIC, origin.topic());
    headers.put(PARTITION, Integer.toString(origin.partition()));
    headers.put(OFFSET, Long.toString(origin.offset()));
    headers.put(TIMESTAMP, origin.timestamp().toString());
    return headers;
  }

  /**
   * Reads what {@link #of} wrote.
   *
   * @param headers of a record, by name; others are ignored
   * @return empty if one of the headers is missing or unreadable
   */
  public static Optional<RecordPosition> read(Map<String, String> headers) {
    @Nullable String topic = headers.get(TOPIC);
    @Nullable String partition = headers.get(PARTITION);
    @Nullable String offset = headers.get(OFFSET);
    @Nullable String timestamp = headers.get(TIMESTAMP);
    if (topic == null || partition == null || offset == null || timestamp == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RecordPosition(
              topic,
              Integer.parseInt(partition),
              Long.parseLong(offset),
              Instant.parse(timestamp)));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
