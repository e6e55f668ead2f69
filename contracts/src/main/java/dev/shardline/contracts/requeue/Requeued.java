package dev.shardline.contracts.requeue;

import dev.shardline.contracts.job.OriginHeaders;
import dev.shardline.contracts.job.RecordPosition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the headers say of a record that was put on its topic once more: for another attempt, or by
 * a redrive of dead letters. Its key, its value and its other headers are those of the record that
 * it repeats, and so are its ids.
 *
 * @param origin where the record stood at first
 * @param attempts how often it was tried so far, from 0; a redrive begins anew
 * @param deaths how many of these attempts are known to have ended with their process, from 0
 * @param redrives how often it was brought back from the dead letters, from 0
 */
public record Requeued(RecordPosition origin, int attempts, int deaths, int redrives) {

  /** How often the record was tried so far. */
  public static final String ATTEMPTS = "shardline-requeue-attempts";

  /** How many of these attempts are known to have ended with their process. */
  public static final String DEATHS = "shardline-requeue-deaths";

  /** How often it was brought back from the dead letters. */
  public static final String REDRIVES = "shardline-redrives";

  /** When its next attempt is due, ISO 8601; while it waits. */
  public static final String NOT_BEFORE = "shardline-not-before";

  /**
   * Reads what {@link #headers()} wrote.
   *
   * @param headers of a record, by name; others are ignored
   * @return empty if the record has no readable origin: it stands where it stood at first. What
   *     else is missing or unreadable counts as 0, since anybody may write headers
   */
  public static Optional<Requeued> of(Map<String, String> headers) {
    return OriginHeaders.read(headers)
        .map(origin ->
            new Requeued(
                origin,
                count(headers.get(ATTEMPTS)),
                count(headers.get(DEATHS)),
                count(headers.get(REDRIVES))));
  }

  /** The headers, by name, in order. Values are UTF-8 text. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>(OriginHeaders.of(origin));
    headers.put(ATTEMPTS, Integer.toString(attempts));
    headers.put(DEATHS, Integer.toString(deaths));
    headers.put(REDRIVES, Integer.toString(redrives));
    return headers;
  }

  private static int count(@Nullable String text) {
    try {
      return text == null ? 0 : Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
