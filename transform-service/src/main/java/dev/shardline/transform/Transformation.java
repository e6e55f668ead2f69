package dev.shardline.transform;

import java.math.BigInteger;

/**
 * CPU work that shards can ask for by name. Implementations are found through {@link
 * java.util.ServiceLoader}, in the service itself and in the jars of {@code transform.plugins};
 * they need a public constructor without parameters. One instance serves all slots of a worker, so
 * it must be thread-safe.
 */
public interface Transformation {

  /** What a shard's {@code transform} field says to mean this. */
  String name();

  /** The largest number that this can compute with; larger ones are refused before. */
  default long maxNumber() {
    return Long.MAX_VALUE;
  }

  /**
   * Predicts the heap that {@link #apply} needs at its peak, its result included. A shard that
   * needs more than the worker has is refused before it can harm others; shards that fit singly but
   * not together wait for each other.
   *
   * @param number 0 to {@link #maxNumber()}
   * @return bytes, 0 or above; 0 if that is nothing to speak of
   */
  default long memoryDemand(long number) {
    return 0;
  }

  /**
   * What does the arithmetic for a number, as results and metrics tell: 1 to 32 lower-case letters,
   * digits and dashes, from a small set.
   *
   * @param number 0 to {@link #maxNumber()}
   */
  default String engine(long number) {
    return "java";
  }

  /**
   * Computes. When the value is no longer wanted, because the shard has reached its time limit, its
   * job is cancelled or the worker stops, the token says so and the calling thread is interrupted.
   * Work that takes longer than a second should ask the token between its steps, or call what
   * notices an interrupt: its core is free only when it ends.
   *
   * @param number 0 to {@link #maxNumber()}
   * @param token says whether the value is still wanted
   * @return the value; the same for the same number, always, since a shard may be computed again
   * @throws InterruptedException if it ended because its value is not wanted
   * @throws RetryableException if another attempt may succeed
   * @throws Exception if it cannot compute the number; the shard fails with the exception's message
   */
  BigInteger apply(long number, CancellationToken token) throws Exception;
}
