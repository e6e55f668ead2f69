package dev.shardline.transform.factorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorGroupsTest {

  @ParameterizedTest
  @CsvSource({
    "1, 2",
    "1, 21",
    "1, 22",
    "1, 70",
    "5, 6",
    "100, 613",
    "65000, 66000",
    "1290, 1300",
    "86181300, 86181406"
  })
  void multiplyToTheProductOfTheRangeAndAddUpToItsPrefixProducts(int from, int to) {
    BigInteger product = BigInteger.ONE;
    BigInteger sum = BigInteger.ZERO;
    FactorGroups groups = new FactorGroups(from, to);
    while (groups.advance()) {
      BigInteger group = BigInteger.valueOf(groups.product());
      assertThat(group).isPositive();
      product = product.multiply(group);
      sum = sum.multiply(group).add(new BigInteger(Long.toUnsignedString(groups.sum())));
    }

    BigInteger expectedProduct = BigInteger.ONE;
    BigInteger expectedSum = BigInteger.ZERO;
    for (int factor = from; factor < to; factor++) {
      expectedProduct = expectedProduct.multiply(BigInteger.valueOf(factor));
      expectedSum = expectedSum.add(expectedProduct);
    }
    assertThat(product).isEqualTo(expectedProduct);
    assertThat(sum).isEqualTo(expectedSum);
  }

  @Test
  void areAsFewAsTheWordAllows() {
    FactorGroups groups = new FactorGroups(1, 21);
    assertThat(groups.advance()).isTrue();
    assertThat(groups.product()).isEqualTo(2_432_902_008_176_640_000L);
    assertThat(groups.advance()).isFalse();
  }

  @Test
  void areNoneForAnEmptyRange() {
    assertThat(new FactorGroups(1, 0).advance()).isFalse();
    assertThat(new FactorGroups(1, 1).advance()).isFalse();
  }
}
