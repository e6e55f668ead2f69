package dev.shardline.transform.computation;

import dev.shardline.transform.gmp.GmpIntegers;
import dev.shardline.transform.integer.DecimalSteps;
import java.math.BigInteger;
import java.util.concurrent.CancellationException;

/** Conversion to decimal by a native library, in memory that is shared with others. */
record NativeSteps(MemoryBudget memory, Runnable checkpoint, DecimalSteps java)
    implements DecimalSteps {

  @Override
  public int digitsInOneGo() {
    return GmpIntegers.DIGITS_IN_ONE_GO;
  }

  @Override
  public String digits(BigInteger natural) {
    checkpoint.run();
    long demand = GmpIntegers.memoryOfDigits(natural);
    if (demand > memory.total()) {
      return java.digits(natural);
    }
    try (var _ = memory.reserve(demand)) {
      return GmpIntegers.digits(natural);
    } catch (InterruptedException e) {
      throw abandoned();
    }
  }

  @Override
  public BigInteger product(BigInteger a, BigInteger b) {
    checkpoint.run();
    long demand = GmpIntegers.memoryOfProduct(a, b);
    if (demand > memory.total()) {
      return java.product(a, b);
    }
    try (var _ = memory.reserve(demand)) {
      return GmpIntegers.product(a, b, checkpoint);
    } catch (InterruptedException e) {
      throw abandoned();
    }
  }

  /** The checkpoint knows what follows from an interrupt. */
  private CancellationException abandoned() {
    Thread.currentThread().interrupt();
    checkpoint.run();
    return new CancellationException("interrupted while waiting for memory");
  }
}
