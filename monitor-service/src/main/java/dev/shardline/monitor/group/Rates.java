package dev.shardline.monitor.group;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast records come and are processed.
 *
 * @param in offsets written in a second
 * @param out records processed, or deleted unprocessed, in a second
 */
public record Rates(double in, double out) {

  /** How long until so many are processed, at these rates; empty: they do not become fewer. */
  public Optional<Duration> timeToEmpty(long lag) {
    if (lag == 0) {
      return Optional.of(Duration.ZERO);
    }
    return out > in
        ? Optional.of(Duration.ofMillis((long) (1000 * lag / (out - in))))
        : Optional.empty();
  }
}
