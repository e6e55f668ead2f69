package dev.shardline.monitor.group;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on when a test says so. For one thread. */
public final class MutableClock implements InstantSource {

  private Instant now = Instant.parse("2026-11-25T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  /** So much later. */
  public void advance(Duration by) {
    now = now.plus(by);
  }
}
