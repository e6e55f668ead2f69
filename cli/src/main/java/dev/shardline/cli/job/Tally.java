package dev.shardline.cli.job;

/**
 * How far a job is.
 *
 * @param size how many pieces it has
 * @param succeeded how many are done
 * @param failed how many have failed for good
 * @param cancelled how many were cancelled before they had a value
 */
public record Tally(int size, int succeeded, int failed, int cancelled) {

  /** A job of which nothing is known but its size, 0 if not even that. */
  public static Tally of(int size) {
    return new Tally(size, 0, 0, 0);
  }

  /** How many have an answer. */
  public int answered() {
    return succeeded + failed + cancelled;
  }

  /** Whether every piece has an answer. */
  public boolean complete() {
    return answered() >= size;
  }

  /** One more answer. */
  public Tally plus(Answer<?> answer) {
    return changed(answer, 1);
  }

  /** Without an answer that another one has replaced. */
  public Tally minus(Answer<?> answer) {
    return changed(answer, -1);
  }

  /** The same answers of a job of so many pieces. */
  public Tally withSize(int newSize) {
    return new Tally(newSize, succeeded, failed, cancelled);
  }

  private Tally changed(Answer<?> answer, int by) {
    return switch (answer.ending()) {
      case DONE -> new Tally(size, succeeded + by, failed, cancelled);
      case FAILED -> new Tally(size, succeeded, failed + by, cancelled);
      case CANCELLED -> new Tally(size, succeeded, failed, cancelled + by);
    };
  }

  @Override
  public String toString() {
    return answered()
        + " of "
        + size
        + " answered, "
        + failed
        + " failed"
        + (cancelled == 0 ? "" : ", " + cancelled + " cancelled");
  }
}
