package dev.shardline.transform.computation;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.Transformation;
import java.math.BigInteger;
import java.util.function.LongFunction;

/** A transformation that does what a test says. */
public final class StubTransformation implements Transformation {

  private final String name;
  private final Body body;
  private final long maxNumber;
  private final LongFunction<Long> memoryDemand;

  private StubTransformation(
      String name, Body body, long maxNumber, LongFunction<Long> memoryDemand) {
    this.name = name;
    this.body = body;
    this.maxNumber = maxNumber;
    this.memoryDemand = memoryDemand;
  }

  /** Without limits of its own. */
  public static StubTransformation of(String name, Body body) {
    return new StubTransformation(name, body, Long.MAX_VALUE, number -> 0L);
  }

  /** Without limits of its own, and without an eye on the token. */
  public static StubTransformation of(String name, Computation computation) {
    return of(name, (number, token) -> computation.apply(number));
  }

  /** The same, up to a number. */
  public StubTransformation upTo(long max) {
    return new StubTransformation(name, body, max, memoryDemand);
  }

  /** The same, with a demand of memory. */
  public StubTransformation needing(LongFunction<Long> bytes) {
    return new StubTransformation(name, body, maxNumber, bytes);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long maxNumber() {
    return maxNumber;
  }

  @Override
  public long memoryDemand(long number) {
    return memoryDemand.apply(number);
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) throws Exception {
    return body.apply(number, token);
  }

  /** What it computes. */
  @FunctionalInterface
  public interface Body {

    /** As {@link Transformation#apply}. */
    BigInteger apply(long number, CancellationToken token) throws Exception;
  }

  /** What it computes if it never stops before its time. */
  @FunctionalInterface
  public interface Computation {

    /** As {@link Transformation#apply}. */
    BigInteger apply(long number) throws Exception;
  }
}
