package dev.shardline.transform;

import java.math.BigInteger;
import java.util.List;

/**
 * CPU work on one number that can be divided: ranges are computed apart, by any processes, and
 * their partial values combined to what {@link #apply} would give. A shard asks for it by its field
 * {@code parts}. What holds of {@link #apply} holds of the two halves too: they are called by any
 * thread, may be called again, then give the same, and should ask the token.
 */
public interface SplittableTransformation extends Transformation {

  /**
   * Divides a number's work into ranges that take about equally long.
   *
   * @param number 0 to {@link #maxNumber()}
   * @param parts how many ranges there should be, 2 or above
   * @return where the ranges begin, in ascending order, and where the last ends: 2 to {@code parts}
   *     + 1 bounds, of which 2 are one range, so that the number is computed as a whole
   */
  List<Long> divide(long number, int parts);

  /**
   * Predicts the heap that {@link #applyPart} needs at its peak; see {@link #memoryDemand}.
   *
   * @return bytes, 0 or above
   */
  default long partMemoryDemand(long number, long from, long to) {
    return 0;
  }

  /**
   * Computes one range.
   *
   * @param number what was divided
   * @param from a bound
   * @param to the next bound
   * @param token says whether the value is still wanted
   * @return its partial value, of one integer or more
   * @throws InterruptedException if it ended because its value is not wanted
   * @throws RetryableException if another attempt may succeed
   * @throws Exception if it cannot compute the range; the shard fails with the exception's message
   */
  List<BigInteger> applyPart(long number, long from, long to, CancellationToken token)
      throws Exception;

  /**
   * Predicts the heap that {@link #combine} needs at its peak, the partial values included; see
   * {@link #memoryDemand}.
   *
   * @return bytes, 0 or above
   */
  default long combineMemoryDemand(long number) {
    return 0;
  }

  /**
   * Combines the partial values of all ranges.
   *
   * @param number what was divided
   * @param partials those of the ranges, in their order, 2 or more
   * @param token says whether the value is still wanted
   * @return the value
   * @throws InterruptedException if it ended because its value is not wanted
   * @throws RetryableException if another attempt may succeed
   * @throws Exception if it cannot combine them; the shard fails with the exception's message
   */
  BigInteger combine(long number, List<List<BigInteger>> partials, CancellationToken token)
      throws Exception;
}
