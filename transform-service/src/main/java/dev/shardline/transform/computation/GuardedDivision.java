package dev.shardline.transform.computation;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.SplittableTransformation;
import java.math.BigInteger;
import java.util.List;

/** What {@link GuardedTransformation} is to the whole, for a number in parts. Thread-safe. */
final class GuardedDivision {

  private final SplittableTransformation transformation;

  GuardedDivision(SplittableTransformation transformation) {
    this.transformation = transformation;
  }

  @SuppressWarnings("NullAway") // its code need not be checked for null as ours is
  List<Long> divide(long number, int parts) throws InterruptedException {
    List<Long> bounds = GuardedTransformation.call(() -> transformation.divide(number, parts));
    if (bounds == null || bounds.size() < 2 || bounds.size() > parts + 1 || !ascend(bounds)) {
      throw new TransformFailedException(
          "divide returned %s: expected 2 to %d bounds that ascend".formatted(bounds, parts + 1));
    }
    return List.copyOf(bounds);
  }

  long partDemand(long number, long from, long to) throws InterruptedException {
    return GuardedTransformation.demand(
        "partMemoryDemand", () -> transformation.partMemoryDemand(number, from, to));
  }

  @SuppressWarnings("NullAway")
  List<BigInteger> applyPart(long number, long from, long to, CancellationToken token)
      throws InterruptedException {
    List<BigInteger> value =
        GuardedTransformation.call(() -> transformation.applyPart(number, from, to, token));
    if (value == null || value.isEmpty() || value.stream().anyMatch(one -> one == null)) {
      throw new TransformFailedException("applyPart returned no value: expected integers");
    }
    return List.copyOf(value);
  }

  long combineDemand(long number) throws InterruptedException {
    return GuardedTransformation.demand(
        "combineMemoryDemand", () -> transformation.combineMemoryDemand(number));
  }

  @SuppressWarnings("NullAway")
  BigInteger combine(long number, List<List<BigInteger>> partials, CancellationToken token)
      throws InterruptedException {
    BigInteger value =
        GuardedTransformation.call(() -> transformation.combine(number, partials, token));
    if (value == null) {
      throw new TransformFailedException("combine returned null: expected a value");
    }
    return value;
  }

  @SuppressWarnings("NullAway")
  private static boolean ascend(List<Long> bounds) {
    for (int i = 0; i < bounds.size(); i++) {
      if (bounds.get(i) == null || (i > 0 && bounds.get(i - 1) >= bounds.get(i))) {
        return false;
      }
    }
    return true;
  }
}
