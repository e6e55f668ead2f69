package dev.shardline.transform.computation;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.result.DecimalText;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.objectstore.ObjectStoreException;
import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.Transformation;
import dev.shardline.transform.integer.DecimalDigits;
import dev.shardline.transform.integer.IntegerSummary;
import java.lang.System.Logger.Level;
import java.math.BigInteger;
import java.util.concurrent.CancellationException;

/** Computes shards, each on the thread that calls. Thread-safe. */
public final class ShardComputation {

  private static final System.Logger LOG = System.getLogger(ShardComputation.class.getName());

  private static final long MEBIBYTE = 1024 * 1024;

  private final Transformations transformations;
  private final long maxNumber;
  private final MemoryBudget memory;
  private final DecimalTexts decimals;

  /**
   * A computation within limits.
   *
   * @param maxNumber the largest number that is computed, whatever the transformation allows
   * @param memory the heap that all threads may use together
   * @param decimals takes the digits of shards that ask for them
   */
  public ShardComputation(
      Transformations transformations, long maxNumber, MemoryBudget memory, DecimalTexts decimals) {
    this.transformations = transformations;
    this.maxNumber = maxNumber;
    this.memory = memory;
    this.decimals = decimals;
  }

  /**
   * Computes one shard.
   *
   * @param token says whether the value is still wanted
   * @return its value, or why there is none
   * @throws InterruptedException if the value is no longer wanted
   */
  public Computed compute(Shard shard, CancellationToken token) throws InterruptedException {
    Transformation transformation = transformations.find(shard.transform()).orElse(null);
    if (transformation == null) {
      return new Computed.None(
          new Failure(
              Reason.UNKNOWN_TRANSFORM,
              "transform: expected one of %s, was %s"
                  .formatted(String.join(", ", transformations.names()), shard.transform())));
    }
    try {
      return compute(shard, new GuardedTransformation(transformation), token);
    } catch (TransformFailedException e) {
      return new Computed.None(
          new Failure(
              Reason.TRANSFORM_FAILED,
              "%s of %d failed: %s".formatted(shard.transform(), shard.number(), e.getMessage())));
    } catch (TransformNotNowException e) {
      LOG.log(
          Level.WARNING, "%s of %d failed for now".formatted(shard.transform(), shard.number()), e);
      return new Computed.NotNow(
          new Failure(
              Reason.TRANSFORM_FAILED,
              "%s of %d failed: %s".formatted(shard.transform(), shard.number(), e.getMessage())));
    } catch (ObjectStoreException e) {
      // A store that was interrupted is not a store that fails.
      if (Thread.interrupted()) {
        throw new InterruptedException(e.getMessage());
      }
      return new Computed.NotNow(
          new Failure(
              Reason.STORE_FAILED, "the decimal digits were not stored: " + e.getMessage()));
    }
  }

  private Computed compute(
      Shard shard, GuardedTransformation transformation, CancellationToken token)
      throws InterruptedException {
    long limit = Math.min(maxNumber, transformation.maxNumber());
    if (shard.number() > limit) {
      return tooLarge("number: expected at most %d, was %d".formatted(limit, shard.number()));
    }
    long demand = transformation.memoryDemand(shard.number());
    if (demand > memory.total()) {
      return needsTooMuch("", shard, demand);
    }
    try (var reserved = memory.reserve(demand)) {
      String engine = transformation.engine(shard.number());
      BigInteger value = transformation.apply(shard.number(), token);
      return describe(shard, value, engine, reserved, () -> stopIfCancelled(token));
    } catch (CancellationException e) {
      throw new InterruptedException("the description of " + shard.number());
    }
  }

  private Computed needsTooMuch(String what, Shard shard, long demand) {
    return tooLarge(
        "number: %s%s of %d needs about %d MiB of heap, this worker has %d MiB to compute with"
            .formatted(
                what,
                shard.transform(),
                shard.number(),
                Math.ceilDiv(demand, MEBIBYTE),
                memory.total() / MEBIBYTE));
  }

  private static void stopIfCancelled(CancellationToken token) {
    if (token.isCancelled() || Thread.interrupted()) {
      throw new CancellationException();
    }
  }

  private static Computed tooLarge(String message) {
    return new Computed.None(new Failure(Reason.NUMBER_TOO_LARGE, message));
  }

  private Computed describe(
      Shard shard,
      BigInteger value,
      String engine,
      MemoryBudget.Reservation reserved,
      Runnable checkpoint)
      throws InterruptedException {
    IntegerSummary summary = IntegerSummary.of(value.abs(), checkpoint);
    DecimalText decimal = null;
    if (shard.output() == Output.DECIMAL) {
      // The transformation has predicted what its value takes, not what is done with it.
      long demand = DecimalDigits.memoryDemand(value);
      if (demand > memory.total()) {
        return needsTooMuch("the decimal text of ", shard, demand);
      }
      reserved.growTo(demand);
      decimal = decimals.of(shard.id(), value, checkpoint);
    }
    return new Computed.Value(
        new IntegerValue(
            summary.digits(), summary.sha256(), summary.leading(), summary.trailing(), decimal),
        engine);
  }
}
