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
   * Computes. The calling thread is interrupted when the value is no longer wanted: the worker
   * stops, or has lost the shard. Work that takes longer than a second should look at {@link
   * Thread#interrupted()} between its steps, or it delays the stop.
   *
   * @param number 0 to {@link #maxNumber()}
   * @return the value; the same for the same number, always, since a shard may be computed again
   * @throws InterruptedException if it was interrupted
   * @throws Exception if it cannot compute the number; the shard fails with the exception's message
   */
  BigInteger apply(long number) throws Exception;
}
