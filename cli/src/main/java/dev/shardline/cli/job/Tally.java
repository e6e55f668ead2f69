package dev.shardline.cli.job;

/**
 * How far a job is.
 *
 * @param size how many pieces it has
 * @param succeeded how many are done
 * @param failed how many have failed for good
 */
public record Tally(int size, int succeeded, int failed) {

  /** How many have an answer. */
  public int answered() {
    return succeeded + failed;
  }

  /** Whether every piece has an answer. */
  public boolean complete() {
    return answered() >= size;
  }

  /** One more answer. */
  Tally plus(Answer<?> answer) {
    return answer.succeeded()
        ? new Tally(size, succeeded + 1, failed)
        : new Tally(size, succeeded, failed + 1);
  }

  @Override
  public String toString() {
    return answered() + " of " + size + " answered, " + failed + " failed";
  }
}
