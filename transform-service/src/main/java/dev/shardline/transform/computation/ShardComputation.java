package dev.shardline.transform.computation;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.part.Step;
import dev.shardline.contracts.result.DecimalText;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.objectstore.ObjectStoreException;
import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.SplittableTransformation;
import dev.shardline.transform.Transformation;
import dev.shardline.transform.integer.DecimalDigits;
import dev.shardline.transform.integer.IntegerSummary;
import java.lang.System.Logger.Level;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Computes shards and parts of them, each on the thread that calls. Thread-safe. */
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
   * Computes one shard, or divides it if it asks for that.
   *
   * @param token says whether the value is still wanted
   * @return its value, its parts, or why there is none
   * @throws InterruptedException if the value is no longer wanted
   */
  public Computed compute(Shard shard, CancellationToken token) throws InterruptedException {
    return guarded(
        shard,
        transformation ->
            shard.parts() == 1
                ? whole(shard, new GuardedTransformation(transformation), token)
                : divided(shard, transformation, token));
  }

  /**
   * Computes one part of a shard.
   *
   * @param sink takes the partial value
   * @param token as for {@link #compute}
   * @return that the value was taken, or why there is none
   * @throws InterruptedException as for {@link #compute}
   */
  public Computed computePart(
      Shard shard, Step part, Consumer<List<BigInteger>> sink, CancellationToken token)
      throws InterruptedException {
    return guarded(
        shard,
        transformation ->
            transformation instanceof SplittableTransformation splittable
                ? part(shard, part, new GuardedDivision(splittable), sink, token)
                : indivisible(shard));
  }

  /**
   * Combines the parts of a shard.
   *
   * @param source gives their partial values in their order, once there is memory for them
   * @param token as for {@link #compute}
   * @return the shard's value, or why there is none
   * @throws InterruptedException as for {@link #compute}
   */
  public Computed combine(
      Shard shard, Supplier<List<List<BigInteger>>> source, CancellationToken token)
      throws InterruptedException {
    return guarded(
        shard,
        transformation ->
            transformation instanceof SplittableTransformation splittable
                ? combined(shard, splittable, source, token)
                : indivisible(shard));
  }

  private Computed guarded(Shard shard, Work work) throws InterruptedException {
    Transformation transformation = transformations.find(shard.transform()).orElse(null);
    if (transformation == null) {
      return new Computed.None(
          new Failure(
              Reason.UNKNOWN_TRANSFORM,
              "transform: expected one of %s, was %s"
                  .formatted(String.join(", ", transformations.names()), shard.transform())));
    }
    try {
      return work.on(transformation);
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
      return new Computed.NotNow(new Failure(Reason.STORE_FAILED, String.valueOf(e.getMessage())));
    } catch (CancellationException e) {
      throw new InterruptedException("the description of " + shard.number());
    }
  }

  private Computed whole(Shard shard, GuardedTransformation transformation, CancellationToken token)
      throws InterruptedException {
    long limit = limit(transformation);
    if (shard.number() > limit) {
      return aboveLimit(shard, limit);
    }
    long demand = transformation.memoryDemand(shard.number());
    if (demand > memory.total()) {
      return needsTooMuch("", shard, demand);
    }
    try (var reserved = memory.reserve(demand)) {
      String engine = transformation.engine(shard.number());
      BigInteger value = transformation.apply(shard.number(), token);
      return describe(shard, value, engine, reserved, () -> stopIfCancelled(token));
    }
  }

  private Computed divided(Shard shard, Transformation transformation, CancellationToken token)
      throws InterruptedException {
    if (!(transformation instanceof SplittableTransformation splittable)) {
      return indivisible(shard);
    }
    GuardedTransformation guarded = new GuardedTransformation(transformation);
    long limit = limit(guarded);
    if (shard.number() > limit) {
      return aboveLimit(shard, limit);
    }
    GuardedDivision division = new GuardedDivision(splittable);
    List<Long> bounds = division.divide(shard.number(), shard.parts());
    if (bounds.size() == 2) {
      return whole(shard, guarded, token);
    }
    long demand = division.combineDemand(shard.number());
    // Before its parts are computed for nothing.
    return demand > memory.total()
        ? needsTooMuch("combining the parts of ", shard, demand)
        : new Computed.Divided(bounds);
  }

  private Computed part(
      Shard shard,
      Step part,
      GuardedDivision division,
      Consumer<List<BigInteger>> sink,
      CancellationToken token)
      throws InterruptedException {
    long demand = division.partDemand(shard.number(), part.from(), part.to());
    if (demand > memory.total()) {
      return needsTooMuch(part + " of ", shard, demand);
    }
    try (var reserved = memory.reserve(demand)) {
      sink.accept(division.applyPart(shard.number(), part.from(), part.to(), token));
      return new Computed.Partial();
    }
  }

  private Computed combined(
      Shard shard,
      SplittableTransformation transformation,
      Supplier<List<List<BigInteger>>> source,
      CancellationToken token)
      throws InterruptedException {
    GuardedDivision division = new GuardedDivision(transformation);
    long demand = division.combineDemand(shard.number());
    if (demand > memory.total()) {
      return needsTooMuch("combining the parts of ", shard, demand);
    }
    try (var reserved = memory.reserve(demand)) {
      String engine = new GuardedTransformation(transformation).engine(shard.number());
      BigInteger value = division.combine(shard.number(), source.get(), token);
      return describe(shard, value, engine, reserved, () -> stopIfCancelled(token));
    }
  }

  private long limit(GuardedTransformation transformation) throws InterruptedException {
    return Math.min(maxNumber, transformation.maxNumber());
  }

  private static Computed aboveLimit(Shard shard, long limit) {
    return tooLarge("number: expected at most %d, was %d".formatted(limit, shard.number()));
  }

  private static Computed indivisible(Shard shard) {
    return new Computed.None(
        new Failure(
            Reason.INVALID_FIELD,
            "parts: expected 1, since %s cannot be computed in parts, was %d"
                .formatted(shard.transform(), shard.parts())));
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
      decimal = stored(shard, value, checkpoint);
    }
    return new Computed.Value(
        new IntegerValue(
            summary.digits(), summary.sha256(), summary.leading(), summary.trailing(), decimal),
        engine);
  }

  private DecimalText stored(Shard shard, BigInteger value, Runnable checkpoint) {
    try {
      return decimals.of(shard.id(), value, checkpoint);
    } catch (ObjectStoreException e) {
      throw new ObjectStoreException("the decimal digits were not stored: " + e.getMessage(), e);
    }
  }

  /** What is done with a transformation. */
  private interface Work {

    Computed on(Transformation transformation) throws InterruptedException;
  }
}
