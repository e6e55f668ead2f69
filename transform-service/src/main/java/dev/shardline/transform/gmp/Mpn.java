package dev.shardline.transform.gmp;

/**
 * Arithmetic of GMP on natural numbers in native memory: words of 64 bits, least significant first,
 * at least one of them. Numbers are given by their address and their length in words; nothing is
 * checked, so whoever calls has reserved the memory. Only to be used where {@link GmpLibrary} was
 * found. Thread-safe for numbers that no other thread changes.
 */
final class Mpn {

  /**
   * Products of so many words and fewer are computed without telling the JVM: at most some 20 µs,
   * less than it takes to bring threads to a stop.
   */
  private static final long SHORT_PRODUCT = 256;

  private static final MpnFunctions GMP = MpnFunctions.in(GmpLibrary.ofSystem().symbols());

  private Mpn() {}

  /** result ← a · b; the result has as many words as both together, and shares none with them. */
  static void multiply(long result, long a, long lengthOfA, long b, long lengthOfB) {
    try {
      if (lengthOfA + lengthOfB <= SHORT_PRODUCT) {
        if (lengthOfA >= lengthOfB) {
          long _ = (long) GMP.shortMul().invokeExact(result, a, lengthOfA, b, lengthOfB);
        } else {
          long _ = (long) GMP.shortMul().invokeExact(result, b, lengthOfB, a, lengthOfA);
        }
      } else if (lengthOfA >= lengthOfB) {
        long _ = (long) GMP.mul().invokeExact(result, a, lengthOfA, b, lengthOfB);
      } else {
        long _ = (long) GMP.mul().invokeExact(result, b, lengthOfB, a, lengthOfA);
      }
    } catch (Throwable e) {
      throw neverThrown(e);
    }
  }

  /** result ← a + b, as long as a; b is not longer. Returns the carry, 0 or 1. */
  static long add(long result, long a, long lengthOfA, long b, long lengthOfB) {
    try {
      return (long) GMP.add().invokeExact(result, a, lengthOfA, b, lengthOfB);
    } catch (Throwable e) {
      throw neverThrown(e);
    }
  }

  /** a ← a − b, which is not longer and not larger. */
  static void subtract(long a, long lengthOfA, long b, long lengthOfB) {
    try {
      long _ = (long) GMP.sub().invokeExact(a, a, lengthOfA, b, lengthOfB);
    } catch (Throwable e) {
      throw neverThrown(e);
    }
  }

  /**
   * The decimal digits of a number, each in a byte from 0 to 9, perhaps after zeros; returns how
   * many. Destroys the number.
   *
   * @param digits has room for one more than a number of that length can have
   */
  static long digits(long digits, long number, long length) {
    try {
      return (long) GMP.getStr().invokeExact(digits, 10, number, length);
    } catch (Throwable e) {
      throw neverThrown(e);
    }
  }

  private static AssertionError neverThrown(Throwable e) {
    return new AssertionError("native code throws nothing", e);
  }
}
