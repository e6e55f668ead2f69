package dev.shardline.transform.queue;

import java.time.Duration;

/** What a slot waits for before it begins anything. */
@FunctionalInterface
public interface Gate {

  /**
   * Waits.
   *
   * @return whether the gate is open; then it stays so
   */
  boolean await(Duration atMost) throws InterruptedException;
}
