package dev.shardline.cli.bench.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainSumsTest {

  /** OEIS A007489, shifted by one. */
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "3, 3", "4, 9", "5, 33", "6, 153", "7, 873", "8, 5913"})
  void addFactorialsBelowTheNumber(int number, BigInteger sum) {
    assertThat(PlainSums.everyFactorialAnew(number)).isEqualTo(sum);
    assertThat(PlainSums.runningProduct(number)).isEqualTo(sum);
    assertThat(PlainSums.residue(number)).isEqualTo(sum.longValueExact());
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 500, 1000})
  void agreeWithTheirResidue(int number) {
    BigInteger modulus = BigInteger.valueOf(PlainSums.MODULUS);

    assertThat(PlainSums.everyFactorialAnew(number))
        .isEqualTo(PlainSums.runningProduct(number))
        .extracting(sum -> sum.mod(modulus).longValue())
        .isEqualTo(PlainSums.residue(number));
  }
}
