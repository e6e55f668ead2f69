package dev.shardline.transform;

/** Says whether a value is still wanted. Thread-safe, and cheap enough to be asked in a loop. */
public interface CancellationToken {

  /** Whether the value is no longer wanted; once so, it stays so. */
  boolean isCancelled();

  /**
   * Ends work that is no longer wanted.
   *
   * @throws InterruptedException if it is not wanted
   */
  default void throwIfCancelled() throws InterruptedException {
    if (isCancelled()) {
      throw new InterruptedException("the value is no longer wanted");
    }
  }
}
