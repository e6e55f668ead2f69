package dev.shardline.cli.ledger;

/** The figures of a ledger. Programs rely on their names in JSON. */
public enum Figure {
  /** Pieces that were asked for. A piece that was requeued or redriven is still one. */
  IN("in", "in"),
  /** Of these, the last answer says done. */
  DONE("done", "done"),
  /** Of these, the last answer says failed. */
  FAILED("failed", "failed"),
  /** Of these, the last answer says cancelled. */
  CANCELLED("cancelled", "cancelled"),
  /** Of these, there is no answer. */
  MISSING("missing", "missing"),
  /** Two answers that contradict each other, or stand under two keys. */
  VISIBLE_TWICE("visibleTwice", "visible twice"),
  /** Asked for, and the same answer more than once. */
  RECOMPUTED("recomputed", "computed more than once"),
  /** Answered, and not asked for on the topic of requests. */
  UNASKED("unasked", "answered, not in"),
  /**
   * Announced by a source's outcome, neither asked for nor answered. Which ones is not known, so
   * they are counted by job and not by piece.
   */
  UNPUBLISHED("unpublished", "announced, not in"),
  /** Asked for, failed, and not among the dead letters. */
  FAILED_WITHOUT_LETTER("failedWithoutLetter", "failed, no dead letter");

  private final String jsonName;
  private final String label;

  Figure(String jsonName, String label) {
    this.jsonName = jsonName;
    this.label = label;
  }

  /** Its name in JSON. */
  public String jsonName() {
    return jsonName;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** Whether people want to know which pieces these are. */
  public boolean remarkable() {
    return switch (this) {
      case IN, DONE, FAILED, CANCELLED -> false;
      case MISSING, VISIBLE_TWICE, RECOMPUTED, UNASKED, UNPUBLISHED, FAILED_WITHOUT_LETTER -> true;
    };
  }

  /**
   * Whether a piece counts.
   *
   * @param younger whether its job is of the time that is looked at. Where it is not, and the
   *     request was not seen, the piece may have been asked for before
   */
  boolean holds(PieceState state, boolean younger) {
    boolean asked = state.asked();
    return switch (this) {
      case IN -> asked;
      case DONE -> asked && state.status() == Status.DONE;
      case FAILED -> asked && state.status() == Status.FAILED;
      case CANCELLED -> asked && state.status() == Status.CANCELLED;
      case MISSING -> asked && state.status() == null;
      case VISIBLE_TWICE -> (asked || younger) && state.visibleTwice();
      case RECOMPUTED -> asked && state.recomputed();
      case UNASKED -> !asked && younger && state.answered();
      case UNPUBLISHED -> false;
      case FAILED_WITHOUT_LETTER -> asked && state.status() == Status.FAILED && !state.buried();
    };
  }
}
