package dev.shardline.contracts.result;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a shard was executed.
 *
 * @param attempt which delivery of the shard led to this result, from 1
 * @param worker the process that computed: host and process id
 * @param queued from the shard's timestamp until work on it began; milliseconds in JSON; a negative
 *     one becomes zero
 * @param computed how long the computation took; milliseconds in JSON
 * @param engine what did the arithmetic: {@code java}, {@code gmp}, or another name of lower-case
 *     letters, digits and dashes; null if there is no value, or the worker did not say
 */
public record Execution(
    int attempt, String worker, Duration queued, Duration computed, @Nullable String engine) {

  /** An engine's name: 1 to 32 lower-case letters, digits and dashes. */
  public static final Pattern ENGINE = Pattern.compile("[a-z0-9-]{1,32}");

  private static final int LONGEST_ENGINE = 32;

  /** Of a result that says nothing of an engine. */
  public Execution(int attempt, String worker, Duration queued, Duration computed) {
    this(attempt, worker, queued, computed, null);
  }

  /** Whether a name is as {@link #ENGINE} says; asked for each shard, so without that pattern. */
  public static boolean isEngine(String name) {
    if (name.isEmpty() || name.length() > LONGEST_ENGINE) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
        return false;
      }
    }
    return true;
  }

  public Execution {
    // The timestamp is the producer's clock, which may be ahead of the worker's.
    queued = queued.isNegative() ? Duration.ZERO : queued;
  }
}
