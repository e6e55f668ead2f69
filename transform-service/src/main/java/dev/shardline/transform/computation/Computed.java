package dev.shardline.transform.computation;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.result.IntegerValue;

/** What a computation came to. */
public sealed interface Computed {

  /**
   * It gave a value.
   *
   * @param value what a result says of it
   * @param engine what did the arithmetic
   */
  record Value(IntegerValue value, String engine) implements Computed {}

  /**
   * It gives none, now or later.
   *
   * @param failure why
   */
  record None(Failure failure) implements Computed {}

  /**
   * It gave none now; another attempt may.
   *
   * @param failure why
   */
  record NotNow(Failure failure) implements Computed {}
}
