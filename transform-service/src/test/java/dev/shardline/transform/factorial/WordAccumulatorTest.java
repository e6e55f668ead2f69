package dev.shardline.transform.factorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordAccumulatorTest {
  private static final long ALL_ONES = -1L;

  /** The default of {@code -XX:FreqInlineSize}, in bytes of code. */
  private static final int HOTSPOT_FREQ_INLINE_SIZE = 325;

  @Test
  void startsAtZero() {
    assertThat(WordAccumulator.forFactors(1, 0).toBigInteger()).isZero();
    assertThat(WordAccumulator.forFactors(1, 1000).toBigInteger()).isZero();
  }

  @Test
  void carriesThroughTheLargestWords() {
    WordAccumulator accumulator = WordAccumulator.forFactors(1, 1000);
    BigInteger expected = BigInteger.ZERO;
    for (int step = 0; step < 20; step++) {
      accumulator.multiplyAdd(ALL_ONES, ALL_ONES);
      expected = expected.multiply(unsigned(ALL_ONES)).add(unsigned(ALL_ONES));
      assertThat(accumulator.toBigInteger()).isEqualTo(expected);
    }
  }

  @Test
  void carriesIntoANewWordWhenAddingOneToAllOnes() {
    WordAccumulator accumulator = WordAccumulator.forFactors(1, 1000);
    accumulator.multiplyAdd(0, ALL_ONES);
    accumulator.multiplyAdd(1, 1);
    assertThat(accumulator.toBigInteger()).isEqualTo(BigInteger.TWO.pow(64));
  }

  @Test
  void agreesWithBigIntegerOnRandomFactors() {
    long seed = System.nanoTime();
    System.out.println("WordAccumulatorTest seed " + seed);
    Random random = new Random(seed);
    WordAccumulator accumulator = WordAccumulator.forFactors(1, 3000);
    BigInteger expected = BigInteger.ZERO;
    for (int step = 0; step < 300; step++) {
      long factor = random.nextLong();
      long addend = random.nextLong();
      accumulator.multiplyAdd(factor, addend);
      expected = expected.multiply(unsigned(factor)).add(unsigned(addend));
      assertThat(accumulator.toBigInteger()).isEqualTo(expected);
    }
  }

  @Test
  void hasAPassThatHotSpotDoesNotInline() throws IOException {
    try (InputStream file = WordAccumulator.class.getResourceAsStream("WordAccumulator.class")) {
      int bytes =
          ClassFile.of().parse(file.readAllBytes()).methods().stream()
              .filter(method -> method.methodName().equalsString("multiplyAdd"))
              .map(method -> method.findAttribute(Attributes.code()).orElseThrow().codeLength())
              .reduce(Math::min)
              .orElseThrow();
      assertThat(bytes).isGreaterThan(HOTSPOT_FREQ_INLINE_SIZE);
    }
  }

  private static BigInteger unsigned(long word) {
    return new BigInteger(Long.toUnsignedString(word));
  }
}
