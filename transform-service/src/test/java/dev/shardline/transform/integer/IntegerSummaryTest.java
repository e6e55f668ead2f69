package dev.shardline.transform.integer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.transform.factorial.FactorialSum;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class IntegerSummaryTest {

  @Test
  void ofZeroHasOneDigit() {
    assertThat(IntegerSummary.of(BigInteger.ZERO, () -> {}))
        .isEqualTo(
            new IntegerSummary(
                1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "0", "0"));
  }

  @Test
  void ofAShortNumberGivesItTwice() {
    IntegerSummary summary = IntegerSummary.of(BigInteger.valueOf(5913), () -> {});
    assertThat(summary.digits()).isEqualTo(4);
    assertThat(summary.leading()).isEqualTo("5913");
    assertThat(summary.trailing()).isEqualTo("5913");
  }

  /** Expected values from a plain loop over Python's integers. */
  @Test
  void ofALongNumberAgreesWithAnotherLanguage() {
    assertThat(IntegerSummary.of(FactorialSum.of(2500, () -> {}), () -> {}))
        .isEqualTo(
            new IntegerSummary(
                7408,
                "8521f7dccc4d2b2bc0789d0606ba64ad368e997a2c495e02d1861369d4214f52",
                "65181620052203905763",
                "42336528920420940313"));
    assertThat(IntegerSummary.of(FactorialSum.of(10_000, () -> {}), () -> {}))
        .isEqualTo(
            new IntegerSummary(
                35_656,
                "8904427f274c4fa3d0f74ce6a6c8a8dfa61717d67542eddcfa0a79fcb1ecf53d",
                "28465443638245754119",
                "42336528920420940313"));
  }
}
