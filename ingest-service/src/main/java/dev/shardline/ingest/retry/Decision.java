package dev.shardline.ingest.retry;

import dev.shardline.contracts.failure.Failure;
import java.time.Duration;

/** What is to be done about an attempt that failed. */
public sealed interface Decision {

  /**
   * The failure may have passed by then.
   *
   * @param delay how long to wait for the next attempt
   */
  record TryAgain(Duration delay) implements Decision {}

  /**
   * No attempt follows.
   *
   * @param failure what the outcome says
   */
  record GiveUp(Failure failure) implements Decision {}
}
