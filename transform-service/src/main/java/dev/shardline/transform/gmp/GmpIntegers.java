package dev.shardline.transform.gmp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Single operations of GMP on the JDK's integers, for large ones: they are copied there and back.
 *
 * <p>Stateless and safe for use by any number of threads.
 */
public final class GmpIntegers {

  /** In digits, for {@link #digits}: 0.1 to 0.2 s. */
  public static final int DIGITS_IN_ONE_GO = 1_000_000;

  /**
   * What GMP takes beside the number while it converts one. Counted in its allocation functions for
   * up to 500,000 words: 2.2 to 6.2 times the number.
   */
  private static final int SCRATCH_TIMES_THE_NUMBER = 7;

  private static final long FIXED_SCRATCH = 64 * 1024;

  /** A word has at most 19.3 digits. */
  private static final int DIGITS_PER_WORD = 20;

  private GmpIntegers() {}

  /** How much native memory {@link #product} takes, in bytes. */
  public static long memoryOfProduct(BigInteger a, BigInteger b) {
    return demandOfProduct(words(a) + words(b)).bytes();
  }

  /** How much native memory {@link #digits} takes, in bytes. */
  public static long memoryOfDigits(BigInteger natural) {
    return demandOfDigits(words(natural)).bytes();
  }

  /**
   * Computes a · b.
   *
   * @param checkpoint called on the calling thread before each piece of the work, which takes half
   *     a second at most; an unchecked exception that it throws abandons the product and reaches
   *     the caller
   * @throws OutOfMemoryError if the system has not enough memory now
   */
  public static BigInteger product(BigInteger a, BigInteger b, Runnable checkpoint) {
    if (a.signum() == 0 || b.signum() == 0) {
      return BigInteger.ZERO;
    }
    NativeDemand demand = demandOfProduct(words(a) + words(b));
    SystemMemory.requireRoom(demand.scratchBytes());
    try (Workspace space = new Workspace(demand.workspaceWords())) {
      Natural left = natural(a, space);
      // A square stays one: GMP squares faster than it multiplies.
      Natural right = a.equals(b) ? left : natural(b, space);
      Natural product = space.reserve(left.length() + right.length());
      product.setProduct(left, right, new Multiplication(space, checkpoint));
      BigInteger magnitude = product.toBigInteger();
      return a.signum() == b.signum() ? magnitude : magnitude.negate();
    }
  }

  /**
   * The decimal digits: those of {@link BigInteger#toString()}.
   *
   * @param natural 0 or above; in time for a caller who waits, of up to {@link #DIGITS_IN_ONE_GO}
   * @throws OutOfMemoryError if the system has not enough memory now
   */
  public static String digits(BigInteger natural) {
    if (natural.signum() <= 0) {
      return natural.toString();
    }
    NativeDemand demand = demandOfDigits(words(natural));
    SystemMemory.requireRoom(demand.scratchBytes());
    try (Workspace space = new Workspace(demand.workspaceWords())) {
      Natural number = natural(natural, space);
      Natural text = space.reserve(wordsOfText(number.length()));
      long length = Mpn.digits(text.address(), number.address(), number.length());
      byte[] digits = new byte[Math.toIntExact(length)];
      MemorySegment.copy(
          space.memory(),
          ValueLayout.JAVA_BYTE,
          text.address() - space.memory().address(),
          digits,
          0,
          digits.length);
      int zeros = 0;
      while (digits[zeros] == 0) {
        zeros++;
      }
      for (int i = zeros; i < digits.length; i++) {
        digits[i] = (byte) (digits[i] + '0');
      }
      return new String(digits, zeros, digits.length - zeros, StandardCharsets.US_ASCII);
    }
  }

  private static Natural natural(BigInteger integer, Workspace space) {
    // The word beyond the number is for GMP, which destroys it.
    Natural natural = space.reserve(words(integer) + 1);
    natural.set(integer.abs());
    return natural;
  }

  private static NativeDemand demandOfProduct(long words) {
    return NativeDemand.ofProduct(words, 2 * words + 2);
  }

  private static NativeDemand demandOfDigits(long words) {
    return new NativeDemand(
        words + 1 + wordsOfText(words),
        FIXED_SCRATCH + SCRATCH_TIMES_THE_NUMBER * words * Long.BYTES);
  }

  private static long wordsOfText(long words) {
    return Math.ceilDiv(words * DIGITS_PER_WORD + 1, Long.BYTES);
  }

  /** The sign may take one more. */
  private static long words(BigInteger integer) {
    return integer.bitLength() / Long.SIZE + 1L;
  }
}
