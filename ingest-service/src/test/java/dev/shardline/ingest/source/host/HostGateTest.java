package dev.shardline.ingest.source.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HostGateTest {

  private static final Duration QUICK = Duration.ofMillis(20);

  private final AtomicLong now = new AtomicLong();
  private HostGate gate = gate(new HostLimits(8, Double.POSITIVE_INFINITY, Duration.ofMinutes(1)));

  @Test
  void letsInAsManyAsItsLimit() {
    for (int i = 0; i < 8; i++) {
      assertThat(gate.enter()).isZero();
    }
    assertThat(gate.enter()).isPositive();

    gate.leave();

    assertThat(gate.enter()).isZero();
  }

  @Test
  void halvesWhenTheHostSaysThatItIsAskedTooMuch() {
    fill();

    gate.refused(Duration.ZERO);

    assertThat(gate.concurrent()).isEqualTo(4);
    assertThat(gate.perSecond()).isFinite();
  }

  @Test
  void takesRefusalsOfOneMomentForOne() {
    answer(QUICK, 10);
    fill();

    gate.refused(Duration.ZERO);
    gate.refused(Duration.ZERO);
    gate.refused(Duration.ZERO);

    assertThat(gate.concurrent()).isEqualTo(4);
  }

  @Test
  void neverFallsBelowOne() {
    for (int i = 0; i < 50; i++) {
      now.addAndGet(Duration.ofMinutes(1).toNanos());
      gate.enter();
      gate.refused(Duration.ZERO);
      gate.leave();
    }

    assertThat(gate.concurrent()).isEqualTo(1);
    assertThat(gate.perSecond()).isEqualTo(0.1);
  }

  @Test
  void leavesTheHostAloneForAsLongAsItAsks() {
    gate.refused(Duration.ofSeconds(30));
    now.addAndGet(Duration.ofSeconds(29).toNanos());
    assertThat(gate.enter()).isEqualTo(Duration.ofSeconds(1));

    now.addAndGet(Duration.ofSeconds(1).toNanos());

    assertThat(gate.enter()).isZero();
  }

  @Test
  void leavesTheHostAloneNoLongerThanAllowed() {
    gate.refused(Duration.ofDays(10_000));

    now.addAndGet(Duration.ofMinutes(1).toNanos());

    assertThat(gate.enter()).isZero();
  }

  @Test
  void comesBackToItsLimitWhenTheHostIsWellAgain() {
    fill();
    gate.refused(Duration.ZERO);

    answer(QUICK, 400);

    assertThat(gate.concurrent()).isEqualTo(8);
    assertThat(gate.perSecond()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void asksForLessWhileThatMakesAnswersShorter() {
    answer(QUICK, 20);
    fill();

    for (int i = 0; i < 400; i++) {
      // A host that serves two at a time: what is more waits.
      answer(Duration.ofMillis(200).multipliedBy(gate.concurrent()), 1);
    }

    assertThat(gate.concurrent()).isLessThan(8);
  }

  @Test
  void takesAnswersThatGetNoShorterForWhatTheyTake() {
    answer(QUICK, 20);
    fill();

    answer(Duration.ofSeconds(2), 50);
    assertThat(gate.concurrent()).isLessThan(8);
    answer(Duration.ofSeconds(2), 500);

    assertThat(gate.concurrent()).isEqualTo(8);
  }

  @Test
  void isNotMovedByAnswersThatAreSlowFromTheBeginning() {
    answer(Duration.ofSeconds(2), 50);

    assertThat(gate.concurrent()).isEqualTo(8);
  }

  @Test
  void isNotMovedBySmallDifferences() {
    answer(Duration.ofMillis(5), 20);
    answer(Duration.ofMillis(100), 50);

    assertThat(gate.concurrent()).isEqualTo(8);
  }

  @Test
  void keepsToItsRate() {
    gate = gate(new HostLimits(8, 4, Duration.ofMinutes(1)));

    assertThat(gate.enter()).isZero();
    assertThat(gate.enter()).isEqualTo(Duration.ofMillis(250));
    now.addAndGet(Duration.ofMillis(250).toNanos());
    assertThat(gate.enter()).isZero();
  }

  @Test
  void neverGoesBeyondItsRateHoweverWellTheHostAnswers() {
    gate = gate(new HostLimits(8, 4, Duration.ofMinutes(1)));

    answer(QUICK, 100);

    assertThat(gate.perSecond()).isEqualTo(4);
  }

  private void fill() {
    while (gate.enter().isZero()) {
      // One more.
    }
  }

  private void answer(Duration latency, int times) {
    for (int i = 0; i < times; i++) {
      now.addAndGet(Duration.ofSeconds(1).toNanos());
      gate.answered(latency);
    }
  }

  private HostGate gate(HostLimits limits) {
    return new HostGate(limits, now::get);
  }
}
