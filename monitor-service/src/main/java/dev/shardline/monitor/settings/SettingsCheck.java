package dev.shardline.monitor.settings;

import java.time.Duration;

/** The ranges of the settings. */
public final class SettingsCheck {

  private SettingsCheck() {}

  /**
   * Checks every setting that has a range.
   *
   * @throws IllegalArgumentException if one is outside; the message names the key, the range and
   *     the value
   */
  public static void check(MonitorSettings settings) {
    range("monitor.interval", settings.interval(), Duration.ofSeconds(1), Duration.ofMinutes(1));
    range("monitor.timeout", settings.timeout(), Duration.ofSeconds(1), Duration.ofMinutes(1));
    range("monitor.window", settings.window(), Duration.ofMinutes(1), Duration.ofDays(1));
  }

  private static void range(String key, Duration value, Duration min, Duration max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "%s must be from %d ms to %d ms, was %d ms"
              .formatted(key, min.toMillis(), max.toMillis(), value.toMillis()));
    }
  }
}
