package dev.shardline.transform.integer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class EnclosureTest {

  @Test
  void containsEveryPowerOfTen() {
    for (int k = 0; k <= 1500; k++) {
      Enclosure enclosure = Enclosure.ofPowerOfTen(k);
      BigInteger power = BigInteger.TEN.pow(k);
      int exponent = Math.toIntExact(enclosure.exponent());
      assertThat(enclosure.low().shiftLeft(exponent)).as("10^%d", k).isLessThanOrEqualTo(power);
      assertThat(enclosure.high().shiftLeft(exponent)).as("10^%d", k).isGreaterThanOrEqualTo(power);
    }
  }

  @Test
  void isExactWhileTheNumberFits() {
    Enclosure power = Enclosure.ofPowerOfTen(110);
    assertThat(power.low()).isEqualTo(power.high());
    Enclosure longer = Enclosure.ofPowerOfTen(111);
    assertThat(longer.low()).isLessThan(longer.high());
  }

  @Test
  void staysNarrowUpToTheLargestPower() {
    Enclosure power = Enclosure.ofPowerOfTen(646_456_993L);
    assertThat(power.high().subtract(power.low()).bitLength()).isLessThan(70);
    assertThat(power.high().bitLength()).isBetween(256, 257);
  }

  @Test
  void roundsANumberOutwards() {
    BigInteger value = BigInteger.ONE.shiftLeft(1000).subtract(BigInteger.ONE);
    Enclosure enclosure = Enclosure.of(value);
    int exponent = Math.toIntExact(enclosure.exponent());
    assertThat(enclosure.low().shiftLeft(exponent)).isLessThan(value);
    assertThat(enclosure.high().shiftLeft(exponent)).isGreaterThan(value);
  }

  @Test
  void decidesAQuotientThatIsFarFromAnInteger() {
    Enclosure dividend = Enclosure.of(BigInteger.TEN.pow(500).multiply(BigInteger.valueOf(7)));
    assertThat(dividend.floorOfQuotient(Enclosure.of(BigInteger.TEN.pow(500).shiftLeft(1))))
        .contains(BigInteger.valueOf(3));
  }

  @Test
  void leavesAQuotientOpenThatMayLieOnBothSidesOfAnInteger() {
    Enclosure power = Enclosure.ofPowerOfTen(500);
    assertThat(power.floorOfQuotient(Enclosure.ofPowerOfTen(480))).isEmpty();
  }
}
