package dev.shardline.transform.computation;

import dev.shardline.contracts.result.Execution;
import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.RetryableException;
import dev.shardline.transform.Transformation;
import java.math.BigInteger;
import java.util.concurrent.Callable;

/**
 * A team's code, kept from harming more than the shard it computes: whatever it throws, and what it
 * must not return, leaves here as {@link TransformFailedException}, or as {@link
 * TransformNotNowException} where another attempt may succeed. Thread-safe.
 */
final class GuardedTransformation {

  private final Transformation transformation;

  GuardedTransformation(Transformation transformation) {
    this.transformation = transformation;
  }

  long maxNumber() throws InterruptedException {
    return call(transformation::maxNumber);
  }

  long memoryDemand(long number) throws InterruptedException {
    return demand("memoryDemand", () -> transformation.memoryDemand(number));
  }

  static long demand(String method, Callable<Long> prediction) throws InterruptedException {
    long bytes = call(prediction);
    if (bytes < 0) {
      throw new TransformFailedException(
          "%s returned %d: expected 0 or above".formatted(method, bytes));
    }
    return bytes;
  }

  @SuppressWarnings("NullAway") // its code need not be checked for null as ours is
  String engine(long number) throws InterruptedException {
    String engine = call(() -> transformation.engine(number));
    if (engine == null || !Execution.isEngine(engine)) {
      throw new TransformFailedException(
          "engine returned " + engine + ": expected 1 to 32 of a-z, 0-9 and -");
    }
    return engine;
  }

  @SuppressWarnings("NullAway") // its code need not be checked for null as ours is
  BigInteger apply(long number, CancellationToken token) throws InterruptedException {
    BigInteger value = call(() -> transformation.apply(number, token));
    if (value == null) {
      throw new TransformFailedException("apply returned null: expected a value");
    }
    return value;
  }

  static <T> T call(Callable<T> code) throws InterruptedException {
    try {
      return code.call();
    } catch (InterruptedException e) {
      throw e;
    } catch (RetryableException e) {
      throw notNow(e, e.getMessage() == null ? e.toString() : e.getMessage());
    } catch (OutOfMemoryError e) {
      // What it had is garbage by now, and others may have taken the memory that it lacked.
      throw notNow(e, e.toString());
    } catch (Exception | AssertionError | LinkageError | StackOverflowError e) {
      // What fails while it is interrupted may fail because of that, and says nothing of the shard.
      if (Thread.interrupted()) {
        throw new InterruptedException(e.toString());
      }
      throw new TransformFailedException(e.toString());
    }
  }

  private static RuntimeException notNow(Throwable cause, String message)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException(message);
    }
    return new TransformNotNowException(message, cause);
  }
}
