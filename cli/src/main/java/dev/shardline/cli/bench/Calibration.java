package dev.shardline.cli.bench;

import java.time.Duration;

/** Looks for a number whose shard takes a wanted time on this machine. */
public final class Calibration {

  /** What a shard of a number takes. */
  @FunctionalInterface
  public interface Cost {

    /** Computes one and tells. */
    Duration of(long number) throws InterruptedException;
  }

  private static final long FIRST = 50_000;
  private static final long SMALLEST = 1_000;

  /** What the service computes by default. */
  private static final long LARGEST = 10_000_000;

  /** The time grows with about this power of the number, between 1.5 and 2 where it is seconds. */
  private static final double POWER = 1.7;

  private static final double CLOSE_ENOUGH = 0.1;
  private static final double LARGEST_STEP = 8;
  private static final int TRIES = 10;

  private final Cost cost;

  /**
   * @param cost of a number on this machine
   */
  public Calibration(Cost cost) {
    this.cost = cost;
  }

  /**
   * A number whose cost is within a tenth of the wanted one, or comes as near as eight tries do.
   */
  public long numberFor(Duration wanted) throws InterruptedException {
    long number = FIRST;
    boolean wasClose = false;
    for (int i = 0; i < TRIES; i++) {
      // Measured in steps of some milliseconds.
      double took = Math.max(1, cost.of(number).toMillis());
      double factor = wanted.toMillis() / took;
      boolean close = Math.abs(factor - 1) <= CLOSE_ENOUGH;
      if (close && wasClose) {
        return number;
      }
      wasClose = close;
      if (close) {
        continue;
      }
      double step = Math.clamp(Math.pow(factor, 1 / POWER), 1 / LARGEST_STEP, LARGEST_STEP);
      number = Math.clamp(Math.round(number * step), SMALLEST, LARGEST);
    }
    return number;
  }
}
