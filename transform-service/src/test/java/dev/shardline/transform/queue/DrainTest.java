package dev.shardline.transform.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainTest {

  private final Drain drain = new Drain();

  @Test
  void hasNotBegunAtFirst() {
    assertThat(drain.hasBegun()).isFalse();
    assertThat(drain.isOver()).isFalse();
  }

  @Test
  void isNotOverBeforeItsTime() {
    drain.begin(Duration.ofHours(1));

    assertThat(drain.hasBegun()).isTrue();
    assertThat(drain.isOver()).isFalse();
  }

  @Test
  void isOverAtOnceWithoutTime() {
    drain.begin(Duration.ZERO);

    assertThat(drain.isOver()).isTrue();
  }

  @Test
  void beginsOnce() {
    drain.begin(Duration.ZERO);
    drain.begin(Duration.ofHours(1));

    assertThat(drain.isOver()).isTrue();
  }
}
