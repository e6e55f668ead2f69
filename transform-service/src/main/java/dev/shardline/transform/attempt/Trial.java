package dev.shardline.transform.attempt;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.requeue.Requeued;

/** What is to be done with a record that was delivered. */
public sealed interface Trial {

  /** Which attempt at the shard this is, from 1. */
  int number();

  /**
   * Compute it.
   *
   * @param watched whether the attempt is noted before it begins
   * @param alone whether nothing else may be computed in the process meanwhile
   */
  record Run(int number, boolean watched, boolean alone) implements Trial {

    static final Run FIRST = new Run(1, false, false);
  }

  /**
   * Answer it with a failure.
   *
   * @param number the last attempt
   */
  record Fail(int number, Failure failure) implements Trial {}

  /**
   * Put it on its topic once more before its deliveries are used up, and accept it here.
   *
   * @param number the attempt that is not begun
   */
  record Requeue(int number, Requeued as) implements Trial {}

  /**
   * Accept it: another copy of it is in its place.
   *
   * @param number the attempt that is not begun
   */
  record Pass(int number) implements Trial {}
}
