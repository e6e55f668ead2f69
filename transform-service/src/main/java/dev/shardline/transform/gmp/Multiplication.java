package dev.shardline.transform.gmp;

/**
 * Products of numbers in native memory, in pieces that end soon: native code cannot be interrupted,
 * so what would take it too long is cut up by the method of Karatsuba and Ofman, three products of
 * half the length for one, with a checkpoint before each.
 *
 * <p>For the thread that owns the workspace.
 */
final class Multiplication {

  /**
   * Products of so many words are computed in one go: 0.3 to 0.4 s. Each cut costs half of the time
   * more, so they begin where they must: at n of about 6,000,000.
   */
  static final long WORDS_IN_ONE_GO = 1 << 21;

  private final Workspace space;
  private final Runnable checkpoint;
  private final long wordsInOneGo;

  Multiplication(Workspace space, Runnable checkpoint) {
    this(space, checkpoint, WORDS_IN_ONE_GO);
  }

  Multiplication(Workspace space, Runnable checkpoint, long wordsInOneGo) {
    this.space = space;
    this.checkpoint = checkpoint;
    this.wordsInOneGo = wordsInOneGo;
  }

  /** The same, on a thread with a checkpoint of its own, for products in one go. */
  Multiplication with(Runnable other) {
    return new Multiplication(space, other, wordsInOneGo);
  }

  /**
   * How many words of the workspace a product takes beside its factors and itself.
   *
   * <p>A cut takes the words of the longer factor twice, and the largest of its parts half of that
   * again; the longer factor is at most 0.6 of the product, as halves of one range are. The rest is
   * for the ends of the words.
   *
   * @param words of the product
   */
  static long scratchWords(long words, long wordsInOneGo) {
    return words <= wordsInOneGo ? 0 : words * 5 / 2 + 512;
  }

  /**
   * result ← a · b, each given by its address and its length in words. The result has as many words
   * as both together, and shares none with them.
   */
  void multiply(long result, long a, long lengthOfA, long b, long lengthOfB) {
    if (lengthOfA < lengthOfB) {
      multiply(result, b, lengthOfB, a, lengthOfA);
      return;
    }
    checkpoint.run();
    if (lengthOfA + lengthOfB <= wordsInOneGo) {
      Mpn.multiply(result, a, lengthOfA, b, lengthOfB);
      return;
    }
    long half = (lengthOfA + 1) / 2;
    if (lengthOfB <= half) {
      ofHalves(result, a, lengthOfA, b, lengthOfB);
    } else {
      karatsuba(result, a, lengthOfA, b, lengthOfB);
    }
  }

  /** (a₁·2ʰ + a₀) · b, where b is so short that its own halves would not be worth it. */
  private void ofHalves(long result, long a, long lengthOfA, long b, long lengthOfB) {
    long half = (lengthOfA + 1) / 2;
    long upper = lengthOfA - half;
    long mark = space.mark();
    Natural high = space.reserve(upper + lengthOfB);
    multiply(high.address(), at(a, half), upper, b, lengthOfB);
    multiply(result, a, half, b, lengthOfB);
    space.clear(at(result, half + lengthOfB), upper);
    long top = at(result, half);
    Mpn.add(top, top, upper + lengthOfB, high.address(), upper + lengthOfB);
    space.release(mark);
  }

  /** a₁b₁·2²ʰ + ((a₁ + a₀)(b₁ + b₀) − a₁b₁ − a₀b₀)·2ʰ + a₀b₀. */
  private void karatsuba(long result, long a, long lengthOfA, long b, long lengthOfB) {
    long half = (lengthOfA + 1) / 2;
    long upperA = lengthOfA - half;
    long upperB = lengthOfB - half;
    long mark = space.mark();
    long sumOfA = sumOfHalves(a, half, upperA);
    long sumOfB = sumOfHalves(b, half, upperB);
    long middle = space.reserve(2 * (half + 1)).address();
    multiply(middle, sumOfA, half + 1, sumOfB, half + 1);
    multiply(result, a, half, b, half);
    multiply(at(result, 2 * half), at(a, half), upperA, at(b, half), upperB);
    Mpn.subtract(middle, 2 * (half + 1), result, 2 * half);
    Mpn.subtract(middle, 2 * (half + 1), at(result, 2 * half), upperA + upperB);
    // What is above the end of the result is zero: the sum of all three is the product.
    long above = half + upperA + upperB;
    long top = at(result, half);
    Mpn.add(top, top, above, middle, Math.min(above, 2 * (half + 1)));
    space.release(mark);
  }

  private long sumOfHalves(long number, long half, long upper) {
    Natural sum = space.reserve(half + 1);
    long carry = Mpn.add(sum.address(), number, half, at(number, half), upper);
    space.setWord(at(sum.address(), half), carry);
    return sum.address();
  }

  private static long at(long address, long words) {
    return address + words * Long.BYTES;
  }
}
