package dev.shardline.cli.stack;

import java.time.Duration;

/** Tells how long each step of a sequence took. Not thread-safe. */
public final class Stopwatch {

  private final StepListener listener;
  private long lapStart = System.nanoTime();

  /** Started. */
  public Stopwatch(StepListener listener) {
    this.listener = listener;
  }

  /** A step is done, and the next one begins. */
  public void lap(String what) {
    long now = System.nanoTime();
    listener.done(what, Duration.ofNanos(now - lapStart));
    lapStart = now;
  }
}
