package dev.shardline.transform.settings;

import io.quarkus.runtime.configuration.MemorySize;
import java.time.Duration;

/** The ranges of the settings. */
public final class SettingsCheck {

  private static final int MAX_SLOTS = 1024;

  /** A broker archives a record in silence after its fifth delivery; a shard must fail before. */
  private static final int MAX_ATTEMPTS = 4;

  private static final Duration MAX_DRAIN = Duration.ofDays(1);

  /** Half of the largest record that Kafka takes by default. */
  private static final long MAX_INLINE_BYTES = 512 * 1024;

  private SettingsCheck() {}

  /**
   * Checks every setting that has a range.
   *
   * @throws IllegalArgumentException if one is outside; the message names the key, the range and
   *     the value
   */
  public static void check(TransformSettings settings) {
    settings.slots().ifPresent(slots -> range("transform.slots", slots, 1, MAX_SLOTS));
    range("transform.max-number", settings.maxNumber(), 0L, Long.MAX_VALUE);
    range("transform.max-attempts", settings.maxAttempts(), 1, MAX_ATTEMPTS);
    range("transform.drain-timeout", settings.drainTimeout(), Duration.ZERO, MAX_DRAIN);
    MemorySize inline = settings.decimal().inlineLimit();
    range("transform.decimal.inline-limit", inline.asLongValue(), 0L, MAX_INLINE_BYTES);
  }

  private static <T extends Comparable<T>> void range(String key, T value, T min, T max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, was %s".formatted(key, text(min), text(max), text(value)));
    }
  }

  private static String text(Object value) {
    return value instanceof Duration duration ? duration.toSeconds() + " s" : value.toString();
  }
}
