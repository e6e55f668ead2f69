package dev.shardline.cli.stack;

import java.time.Duration;

/** Hears of each step of a start or a stop, in the thread that made it. */
@FunctionalInterface
public interface StepListener {

  /**
   * A step is done.
   *
   * @param what for people
   * @param took from the step's own beginning; steps may overlap
   */
  void done(String what, Duration took);
}
