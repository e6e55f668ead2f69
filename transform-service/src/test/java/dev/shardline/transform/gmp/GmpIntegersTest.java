package dev.shardline.transform.gmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.transform.integer.Product;
import java.math.BigInteger;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

@RequiresGmp
class GmpIntegersTest {

  private static final long SEED = Long.getLong("shardline.seed", System.nanoTime());

  private final Random random = new Random(SEED);

  @Test
  void multipliesAsTheJdkDoes() {
    System.out.println("GmpIntegersTest -Dshardline.seed=" + SEED);
    for (int i = 0; i < 3_000; i++) {
      BigInteger a = any(random.nextInt(5_000));
      BigInteger b = i % 10 == 0 ? a : any(random.nextInt(5_000));
      boolean same = GmpIntegers.product(a, b, () -> {}).equals(a.multiply(b));
      assertThat(same).as("%s * %s, seed %d", a, b, SEED).isTrue();
    }
    BigInteger large = any(700_000);
    BigInteger larger = any(1_900_000);
    assertThat(
            GmpIntegers.product(large, larger, () -> {})
                .equals(Product.of(large, larger, () -> {})))
        .isTrue();
  }

  @Test
  void multipliesWhereSignsAndWordsChange() {
    for (int bits = 0; bits <= 200; bits++) {
      BigInteger power = BigInteger.ONE.shiftLeft(bits);
      for (BigInteger a :
          new BigInteger[] {power, power.subtract(BigInteger.ONE), power.negate()}) {
        assertThat(GmpIntegers.product(a, power, () -> {})).isEqualTo(a.multiply(power));
        assertThat(GmpIntegers.product(power, a, () -> {})).isEqualTo(a.multiply(power));
        assertThat(GmpIntegers.product(a, a, () -> {})).isEqualTo(a.multiply(a));
      }
    }
  }

  @Test
  void writesDigitsAsTheJdkDoes() {
    for (int bits = 0; bits < 700; bits++) {
      BigInteger natural = BigInteger.ONE.shiftLeft(bits);
      assertThat(GmpIntegers.digits(natural)).isEqualTo(natural.toString());
      BigInteger below = natural.subtract(BigInteger.ONE);
      assertThat(GmpIntegers.digits(below)).isEqualTo(below.toString());
    }
    for (int i = 0; i < 300; i++) {
      BigInteger natural = any(1 + random.nextInt(40_000)).abs();
      boolean same = GmpIntegers.digits(natural).equals(natural.toString());
      assertThat(same).as("%s, seed %d", natural, SEED).isTrue();
    }
    BigInteger round = BigInteger.TEN.pow(300_000);
    assertThat(GmpIntegers.digits(round).equals(round.toString())).isTrue();
  }

  @Test
  void abandonsAProduct() {
    CancellationException abandoned = new CancellationException();

    assertThatThrownBy(() ->
            GmpIntegers.product(
                BigInteger.TEN,
                BigInteger.TEN,
                () -> {
                  throw abandoned;
                }))
        .isSameAs(abandoned);
  }

  private BigInteger any(int bits) {
    BigInteger magnitude = new BigInteger(bits, random);
    return random.nextBoolean() ? magnitude : magnitude.negate();
  }
}
