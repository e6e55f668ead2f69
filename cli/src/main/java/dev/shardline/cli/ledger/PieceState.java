package dev.shardline.cli.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one piece of work. A redrive lets a failed piece be answered once more, so what
 * follows a failure is counted apart and set against the redrives.
 *
 * @param status of the last answer under its own key; null while there is none
 * @param asked whether its request was seen
 * @param buried whether its dead letter was seen
 * @param elsewhere whether it was answered under another key
 * @param redrives how often it was brought back from the dead letters, at most {@link #MOST}
 * @param changesAfterFailure how often another answer followed a failure, at most {@link #MOST}
 * @param repeatsAfterFailure how often the same failure followed a failure, at most {@link #MOST}
 * @param changed whether another answer followed one that was no failure
 * @param repeated whether the same answer followed one that was no failure
 */
record PieceState(
    @Nullable Status status,
    boolean asked,
    boolean buried,
    boolean elsewhere,
    int redrives,
    int changesAfterFailure,
    int repeatsAfterFailure,
    boolean changed,
    boolean repeated) {

  /** Where counting ends: more than anybody redrives. */
  static final int MOST = 127;

  static final PieceState UNKNOWN =
      new PieceState(null, false, false, false, 0, 0, 0, false, false);

  private static final int COUNT_BITS = 7;

  private static final int FLAGS = 5;

  PieceState withRequest(boolean redrive) {
    return new PieceState(
        status,
        true,
        buried,
        elsewhere,
        redrives + (redrive && redrives < MOST ? 1 : 0),
        changesAfterFailure,
        repeatsAfterFailure,
        changed,
        repeated);
  }

  PieceState withLetter() {
    return new PieceState(
        status,
        asked,
        true,
        elsewhere,
        redrives,
        changesAfterFailure,
        repeatsAfterFailure,
        changed,
        repeated);
  }

  PieceState withAnswerElsewhere() {
    return new PieceState(
        status,
        asked,
        buried,
        true,
        redrives,
        changesAfterFailure,
        repeatsAfterFailure,
        changed,
        repeated);
  }

  /**
   * One more answer.
   *
   * @param agrees whether it says what the one before said; without meaning for the first
   */
  PieceState withAnswer(Status next, boolean agrees) {
    boolean afterFailure = status == Status.FAILED;
    boolean afterOther = status != null && !afterFailure;
    return new PieceState(
        next,
        asked,
        buried,
        elsewhere,
        redrives,
        changesAfterFailure + (afterFailure && !agrees && changesAfterFailure < MOST ? 1 : 0),
        repeatsAfterFailure + (afterFailure && agrees && repeatsAfterFailure < MOST ? 1 : 0),
        changed || (afterOther && !agrees),
        repeated || (afterOther && agrees));
  }

  /** Whether there is an answer, wherever. */
  boolean answered() {
    return status != null || elsewhere;
  }

  /** Whether there are answers that contradict each other, or stand under two keys. */
  boolean visibleTwice() {
    return changed || changesAfterFailure > redrives || (elsewhere && status != null);
  }

  /** Whether the same answer was given more often than it was asked for. */
  boolean recomputed() {
    return repeated || repeatsAfterFailure > Math.max(0, redrives - changesAfterFailure);
  }

  /** All of it in 28 bits. */
  int packed() {
    int bits = Status.code(status);
    for (boolean flag : new boolean[] {asked, buried, elsewhere, changed, repeated}) {
      bits = (bits << 1) | (flag ? 1 : 0);
    }
    for (int count : new int[] {redrives, changesAfterFailure, repeatsAfterFailure}) {
      bits = (bits << COUNT_BITS) | count;
    }
    return bits;
  }

  /** What {@link #packed()} made. */
  static PieceState unpacked(int bits) {
    int flags = bits >>> (3 * COUNT_BITS);
    return new PieceState(
        Status.ofCode(flags >>> FLAGS),
        (flags & 16) != 0,
        (flags & 8) != 0,
        (flags & 4) != 0,
        (bits >>> (2 * COUNT_BITS)) & MOST,
        (bits >>> COUNT_BITS) & MOST,
        bits & MOST,
        (flags & 2) != 0,
        (flags & 1) != 0);
  }
}
