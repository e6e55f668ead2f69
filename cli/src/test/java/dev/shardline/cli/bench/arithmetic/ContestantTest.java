package dev.shardline.cli.bench.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.bench.arithmetic.Contestant.Cost;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContestantTest {

  private static final long SECOND = 1_000_000_000;

  private final Contestant plain = Contestant.plain().getFirst();

  @Test
  void isTriedWhereNothingIsKnownOfIt() {
    assertThat(plain.exceeds(1_000_000, Optional.empty(), SECOND)).isFalse();
  }

  @Test
  void isLeftOutWhereItWouldTakeTooLong() {
    Optional<Cost> before = Optional.of(new Cost(1000, 0.1 * SECOND));

    assertThat(plain.exceeds(3000, before, SECOND)).isFalse();
    assertThat(plain.exceeds(3200, before, SECOND)).isTrue();
  }

  @Test
  void isNeverLeftOutIfItIsTheServices() {
    Contestant service = Contestant.ofService(Contestant.JAVA, n -> BigInteger.ZERO);

    assertThat(service.exceeds(1_000_000, Optional.of(new Cost(10, SECOND)), 1)).isFalse();
  }
}
