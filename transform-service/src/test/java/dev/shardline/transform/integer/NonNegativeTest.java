package dev.shardline.transform.integer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.math.BigInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NonNegativeTest {

  static Stream<Arguments> everyFact() {
    return Stream.of(
        fact("digit count", value -> DigitCount.of(value, () -> {})),
        fact("leading digits", value -> LeadingDigits.of(value, () -> {})),
        fact("trailing digits", value -> TrailingDigits.of(value, () -> {})),
        fact("fingerprint", value -> Fingerprint.sha256(value, () -> {})),
        fact("summary", value -> IntegerSummary.of(value, () -> {})));
  }

  @ParameterizedTest
  @MethodSource("everyFact")
  void refusesANegativeNumberAndNamesIt(Consumer<BigInteger> fact) {
    assertThatThrownBy(() -> fact.accept(BigInteger.valueOf(-42)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value must not be negative, was -42");
  }

  @ParameterizedTest
  @MethodSource("everyFact")
  void namesAHugeNegativeNumberByItsSize(Consumer<BigInteger> fact) {
    assertThatThrownBy(
            () -> fact.accept(BigInteger.ONE.shiftLeft(9999).negate().subtract(BigInteger.ONE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value must not be negative, was a negative number of 10000 bits");
  }

  private static Arguments fact(String name, Consumer<BigInteger> fact) {
    return argumentSet(name, fact);
  }
}
