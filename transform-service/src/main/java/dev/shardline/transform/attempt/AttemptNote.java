package dev.shardline.transform.attempt;

import dev.shardline.contracts.failure.Failure;

/** What is known of one delivery of a record. */
public sealed interface AttemptNote {

  /**
   * An attempt began. Unless something else is noted later, its worker died with it.
   *
   * @param alone whether nothing else was computed in the process meanwhile, so that a death of the
   *     process is nobody else's fault
   * @param worker the process
   */
  record Begun(boolean alone, String worker) implements AttemptNote {}

  /** The record was given back in good order; its attempt, if there was one, does not count. */
  record GivenBack() implements AttemptNote {}

  /**
   * An attempt began, and was dropped because the record's lock was lost: it counts, as no death.
   */
  record Dropped() implements AttemptNote {}

  /**
   * The attempt came to a failure that another attempt might not come to. It is noted before it is
   * published, so that the record, if it is delivered once more, gets the same answer.
   *
   * @param number which attempt it was
   * @param failure the answer
   */
  record Verdict(int number, Failure failure) implements AttemptNote {}

  /** The record was put on its topic once more, or waits to be: this copy of it is done. */
  record Moved() implements AttemptNote {}
}
