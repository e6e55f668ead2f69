package dev.shardline.transform.computation;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.result.IntegerValue;
import java.util.List;

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

  /**
   * It is to be computed in parts.
   *
   * @param bounds where their ranges begin, and where the last ends; 3 or more
   */
  record Divided(List<Long> bounds) implements Computed {}

  /** A part gave its partial value, which was handed over. */
  record Partial() implements Computed {}
}
