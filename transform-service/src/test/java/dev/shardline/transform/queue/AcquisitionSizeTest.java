package dev.shardline.transform.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcquisitionSizeTest {

  private static final Duration TINY = Duration.ofNanos(30_000);
  private static final Duration MEDIUM = Duration.ofNanos(300_000);
  private static final Duration COLD = Duration.ofMillis(3);
  private static final Duration COLDER = Duration.ofNanos(3_500_000);
  private static final Duration COOL = Duration.ofNanos(1_500_000);
  private static final Duration SMALL = Duration.ofMillis(4);
  private static final Duration LONG = Duration.ofSeconds(2);

  private final AcquisitionSize size = new AcquisitionSize();

  @Test
  void startsWithOneAndGrowsWithTheEvidenceWhileShardsAreTiny() {
    assertThat(size.get()).isEqualTo(1);

    learn(8, TINY);
    assertThat(size.get()).isEqualTo(64);

    learn(56, TINY);
    assertThat(size.get()).isEqualTo(512);

    learn(192, TINY);
    assertThat(size.get()).isEqualTo(2048);
  }

  @Test
  void growsNoFurtherThanAWholeAcquisitionMayTake() {
    learn(1000, SMALL);

    assertThat(size.get()).isEqualTo(8);
  }

  @Test
  void neverGrowsWhileLongShardsAreAmongTheTiny() {
    for (int i = 0; i < 100; i++) {
      learn(7, TINY);
      learn(1, LONG);
    }

    assertThat(size.get()).isEqualTo(1);
  }

  @Test
  void takesAFewAtATimeWhileLongShardsAreRare() {
    for (int i = 0; i < 100; i++) {
      learn(15, TINY);
      learn(1, LONG);
    }

    assertThat(size.get()).isEqualTo(8);
  }

  @Test
  void growsWhileShardsTakeAsLongAsTheyDoInAColdJvm() {
    learn(8, COLD);

    assertThat(size.get()).isEqualTo(64);
  }

  @Test
  void growsFurtherWhileTheJvmIsColdThanOnceItIsWarm() {
    learn(64, COLDER);
    assertThat(size.get()).isEqualTo(64);

    size.learn(Collections.nCopies(64, COOL));
    assertThat(size.get()).isEqualTo(512);

    AcquisitionSize warm = new AcquisitionSize();
    for (int i = 0; i < 200; i++) {
      warm.learn(Collections.nCopies(64, COLDER));
    }
    warm.learn(Collections.nCopies(64, COOL));
    assertThat(warm.get()).isEqualTo(64);
  }

  @Test
  void shrinksOnceTheJvmIsWarmToWhatTheBudgetAllows() {
    learn(300, TINY);
    assertThat(size.get()).isEqualTo(2048);

    for (int i = 0; i < 7; i++) {
      size.learn(Collections.nCopies(2048, MEDIUM));
    }

    assertThat(size.get()).isEqualTo(512);
  }

  @Test
  void takesOneSlowShardAmongManyForAPauseOfTheMachine() {
    learn(300, TINY);

    size.learn(tinyAnd(Duration.ofMillis(150)));

    assertThat(size.get()).isEqualTo(2048);
  }

  @Test
  void doesNotTakeForAPauseWhatTheRestWasGivenBackFor() {
    learn(300, TINY);

    size.learn(tinyAnd(Duration.ofMillis(300)));

    assertThat(size.get()).isEqualTo(8);
  }

  @Test
  void doesNotTakeForAPauseWhatIsSlowAmongManyThatTakeTooLong() {
    learn(300, TINY);
    List<Duration> costs = new ArrayList<>(Collections.nCopies(512, SMALL));
    costs.add(Duration.ofMillis(150));

    size.learn(costs);

    assertThat(size.get()).isEqualTo(8);
  }

  @Test
  void doesNotTakeTwoSlowShardsForAPause() {
    learn(300, TINY);

    size.learn(tinyAnd(Duration.ofMillis(150), Duration.ofMillis(150)));

    assertThat(size.get()).isEqualTo(8);
  }

  @Test
  void growsInSpiteOfASlowOneNowAndThen() {
    for (int i = 0; i < 100; i++) {
      learn(15, TINY);
      learn(1, SMALL);
    }

    assertThat(size.get()).isEqualTo(2048);
  }

  @Test
  void goesBackToAFewWhileLongShardsAreRare() {
    learn(64, TINY);

    size.learn(List.of(TINY, LONG, TINY));

    assertThat(size.get()).isEqualTo(8);
  }

  @Test
  void goesBackToOneWhenLongShardsAreNotRare() {
    learn(64, TINY);

    for (int i = 0; i < 10; i++) {
      size.learn(List.of(LONG));
    }

    assertThat(size.get()).isEqualTo(1);
  }

  @Test
  void shrinksByAStepWhenAcquisitionsBecomeTooLongWithoutALongShard() {
    learn(300, TINY);

    size.learn(Collections.nCopies(512, SMALL));

    assertThat(size.get()).isEqualTo(512);
  }

  @Test
  void asksForMoreEvidenceAfterEachShrinking() {
    learn(64, TINY);
    size.learn(List.of(LONG));

    learn(15, TINY);
    assertThat(size.get()).isEqualTo(8);

    learn(1, TINY);
    assertThat(size.get()).isEqualTo(64);
  }

  private static List<Duration> tinyAnd(Duration... slow) {
    List<Duration> costs = new ArrayList<>(Collections.nCopies(500, TINY));
    costs.addAll(List.of(slow));
    return costs;
  }

  private void learn(int times, Duration cost) {
    for (int i = 0; i < times; i++) {
      size.learn(List.of(cost));
    }
  }
}
