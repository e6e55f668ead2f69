package dev.shardline.transform.integer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/**
 * The trailing decimal digits of a natural number: its remainder by 10²⁰, in linear time.
 *
 * <p>Of a long number, its remainder by 5²⁰ and its last 20 bits are put together. The former comes
 * from one pass over the words from the least significant on, two multiplications for each and no
 * division: Jebelean's exact division, of which the carry that is left over is a remainder (<i>An
 * algorithm for exact division</i>, Journal of Symbolic Computation 15, 1993; Granlund and
 * Montgomery, <i>Division by Invariant Integers using Multiplication</i>, 1994, section 9).
 *
 * <p>Stateless and safe for use by any number of threads.
 */
public final class TrailingDigits {
  /** How many digits are given of a number that has as many. */
  public static final int LIMIT = 20;

  private static final BigInteger MODULUS = BigInteger.TEN.pow(LIMIT);
  private static final BigInteger FIVES = BigInteger.valueOf(5).pow(LIMIT);
  private static final BigInteger TWOS = BigInteger.ONE.shiftLeft(LIMIT);

  private static final long DIVISOR = FIVES.longValueExact();

  private static final BigInteger INVERSE_OF_FIVES = FIVES.modInverse(TWOS);

  /** Of numbers with fewer bytes a division in full is the quicker way. */
  private static final int SHORT = 3_072;

  /** DIVISOR · INVERSE = 1 modulo 2⁶⁴. */
  private static final long INVERSE =
      FIVES.modInverse(BigInteger.ONE.shiftLeft(Long.SIZE)).longValue();

  /** A few milliseconds. */
  private static final int WORDS_IN_ONE_GO = 1 << 20;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private TrailingDigits() {}

  /**
   * The last 20 decimal digits, leading zeros among them kept, or the whole number if it has no
   * more than that.
   *
   * @param checkpoint called on the calling thread before each piece of the work; an unchecked
   *     exception that it throws abandons the digits and reaches the caller
   * @throws IllegalArgumentException if the value is negative
   */
  public static String of(BigInteger value, Runnable checkpoint) {
    return of(value, NonNegative.require(value).toByteArray(), checkpoint);
  }

  /**
   * As {@link #of(BigInteger, Runnable)}.
   *
   * @param bytes the number's, the most significant first
   */
  static String of(BigInteger value, byte[] bytes, Runnable checkpoint) {
    if (value.compareTo(MODULUS) < 0) {
      return value.toString();
    }
    String digits =
        (bytes.length < SHORT ? value.mod(MODULUS) : remainder(bytes, checkpoint)).toString();
    return "0".repeat(LIMIT - digits.length()) + digits;
  }

  private static BigInteger remainder(byte[] number, Runnable checkpoint) {
    BigInteger lastWord = new BigInteger(1, number, number.length - Long.BYTES, Long.BYTES);
    BigInteger ofFives = remainderByFives(number, checkpoint);
    // The one number below 10²⁰ with both remainders (Chinese remainder theorem).
    BigInteger factor = lastWord.subtract(ofFives).multiply(INVERSE_OF_FIVES).mod(TWOS);
    return factor.multiply(FIVES).add(ofFives);
  }

  private static BigInteger remainderByFives(byte[] number, Runnable checkpoint) {
    int words = number.length / Long.BYTES;
    long carry = 0;
    for (int from = 0; from < words; from += WORDS_IN_ONE_GO) {
      checkpoint.run();
      carry = carryOut(number, from, Math.min(words, from + WORDS_IN_ONE_GO), carry);
    }
    int rest = number.length % Long.BYTES;
    BigInteger above = new BigInteger(1, number, 0, rest);
    // The words that were passed are worth as much as minus the carry in the place of what is
    // above.
    BigInteger weight = BigInteger.TWO.modPow(BigInteger.valueOf((long) words * Long.SIZE), FIVES);
    return above.subtract(BigInteger.valueOf(carry)).multiply(weight).mod(FIVES);
  }

  /**
   * Passes the words from (inclusive) to (exclusive), counted from the least significant.
   *
   * @param carry c, in 0 to the divisor
   * @return c' in 0 to the divisor, with words − c + c' · 2^(64 · how many) a multiple of the
   *     divisor
   */
  private static long carryOut(byte[] number, int from, int to, long carry) {
    long out = carry;
    for (int i = from; i < to; i++) {
      long word = (long) WORD.get(number, number.length - (i + 1) * Long.BYTES);
      long left = word - out;
      long borrow = Long.compareUnsigned(word, out) < 0 ? 1 : 0;
      out = Math.unsignedMultiplyHigh(left * INVERSE, DIVISOR) + borrow;
    }
    return out;
  }
}
