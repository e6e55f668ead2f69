package dev.shardline.contracts.failure;

import dev.shardline.contracts.job.OriginHeaders;
import dev.shardline.contracts.job.RecordPosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a dead letter's headers say of a record that can never succeed. The record's own key, value
 * and headers stay as they came; these headers are added to them.
 *
 * @param id the record key of the outcome or result that made the failure visible
 * @param origin where the record stood; of one that was requeued, where it stood at first
 * @param failure why it can never succeed
 * @param attempts how often it was tried, from 1
 * @param at when it was given up
 * @param worker the process that gave it up
 */
public record DeadLetter(
    String id, RecordPosition origin, Failure failure, int attempts, Instant at, String worker) {

  /** The key of the outcome or result. */
  public static final String ID = "shardline-id";

  /** The reason's code. */
  public static final String REASON = "shardline-reason";

  /** What was wrong, for people. */
  public static final String MESSAGE = "shardline-message";

  /** How often the record was tried. */
  public static final String ATTEMPTS = "shardline-attempts";

  /** When the record was given up, ISO 8601. */
  public static final String DEAD_AT = "shardline-dead-at";

  /** The process that gave it up. */
  public static final String WORKER = "shardline-worker";

  /**
   * There, with the value {@code true}, if the record with its value was too large for the topic.
   */
  public static final String VALUE_OMITTED = "shardline-value-omitted";

  /**
   * Reads what {@link #headers()} wrote.
   *
   * @param headers of a record, by name; others are ignored
   * @return empty if one of the headers is missing or unreadable: the record is no dead letter
   */
  public static Optional<DeadLetter> of(Map<String, String> headers) {
    try {
      RecordPosition origin =
          OriginHeaders.read(headers).orElseThrow(() -> new IllegalArgumentException("no origin"));
      return Optional.of(
          new DeadLetter(
              value(headers, ID),
              origin,
              new Failure(new Reason(value(headers, REASON)), value(headers, MESSAGE)),
              Integer.parseInt(value(headers, ATTEMPTS)),
              Instant.parse(value(headers, DEAD_AT)),
              value(headers, WORKER)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The headers, by name, in the order in which they are to be added. Values are UTF-8 text. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(ID, id);
    headers.put(REASON, failure.reason().code());
    headers.put(MESSAGE, failure.message());
    headers.put(ATTEMPTS, Integer.toString(attempts));
    headers.put(DEAD_AT, at.toString());
    headers.put(WORKER, worker);
    headers.putAll(OriginHeaders.of(origin));
    return headers;
  }

  private static String value(Map<String, String> headers, String name) {
    @Nullable String value = headers.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no header " + name);
    }
    return value;
  }
}
