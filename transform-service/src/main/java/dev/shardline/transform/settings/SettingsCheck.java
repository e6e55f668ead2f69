package dev.shardline.transform.settings;

import dev.shardline.contracts.shard.Shard;
import io.quarkus.runtime.configuration.MemorySize;
import java.time.Duration;

/** The ranges of the settings. */
public final class SettingsCheck {

  private static final int MAX_SLOTS = 1024;

  private static final int MAX_ATTEMPTS = 100;

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration MAX_DELAY = Duration.ofDays(1);

  private static final Duration MIN_STATUS = Duration.ofSeconds(1);
  private static final Duration MAX_STATUS = Duration.ofMinutes(1);

  private static final Duration MAX_DRAIN = Duration.ofDays(1);

  /** Half of the largest record that Kafka takes by default. */
  private static final long MAX_INLINE_BYTES = 512 * 1024;

  private static final long MIN_NATIVE_BYTES = 1L << 20;

  /** Eight slots at the largest number there is. */
  private static final long MAX_NATIVE_BYTES = 64L << 30;

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
    settings.terminationGracePeriod().ifPresent(period -> checkGrace(settings, period));
    range("transform.time-limit", settings.timeLimit(), SHORTEST, Shard.MAX_TIME_LIMIT);
    if (!settings.statusInterval().isZero()) {
      range("transform.status-interval", settings.statusInterval(), MIN_STATUS, MAX_STATUS);
    }
    TransformSettings.Retry retry = settings.retry();
    range("transform.retry.initial-delay", retry.initialDelay(), SHORTEST, MAX_DELAY);
    range("transform.retry.max-delay", retry.maxDelay(), retry.initialDelay(), MAX_DELAY);
    MemorySize inline = settings.decimal().inlineLimit();
    range("transform.decimal.inline-limit", inline.asLongValue(), 0L, MAX_INLINE_BYTES);
    MemorySize outsideOfHeap = settings.factorial().nativeMemory();
    range(
        "transform.factorial.native-memory",
        outsideOfHeap.asLongValue(),
        MIN_NATIVE_BYTES,
        MAX_NATIVE_BYTES);
    if (settings.objectStore().kind() == StoreKind.S3) {
      var _ = S3Config.store(settings.objectStore().s3());
    }
  }

  private static void checkGrace(TransformSettings settings, Duration period) {
    if (settings.drainTimeout().compareTo(period) >= 0) {
      throw new IllegalArgumentException(
          "transform.drain-timeout must be below transform.termination-grace-period, which is %s, was %s: the process would be killed while it drains"
              .formatted(text(period), text(settings.drainTimeout())));
    }
  }

  private static <T extends Comparable<T>> void range(String key, T value, T min, T max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, was %s".formatted(key, text(min), text(max), text(value)));
    }
  }

  private static String text(Object value) {
    if (value instanceof Duration duration) {
      return duration.toMillisPart() == 0
          ? duration.toSeconds() + " s"
          : duration.toMillis() + " ms";
    }
    return value.toString();
  }
}
