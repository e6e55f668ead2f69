package dev.shardline.cli.bench.makespan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MixTest {

  private static final long LARGE = 400_000;

  private final Mix mix = Mix.of(190, 10, Duration.ofSeconds(2));

  @Test
  void putsEveryShardSomewhere() {
    List<Long> numbers = mix.shuffled(LARGE, new Random(1));

    assertThat(numbers).hasSize(200).containsOnly(Mix.TINY_NUMBER, LARGE);
    assertThat(numbers).filteredOn(number -> number == LARGE).hasSize(10);
  }

  @Test
  void putsThemAtTheSamePlacesForTheSameSeed() {
    assertThat(mix.shuffled(LARGE, new Random(7))).isEqualTo(mix.shuffled(LARGE, new Random(7)));
    assertThat(mix.shuffled(LARGE, new Random(7))).isNotEqualTo(mix.shuffled(LARGE, new Random(8)));
  }

  @Test
  void putsThemElsewhereInTheNextRound() {
    Random random = new Random(7);

    assertThat(mix.shuffled(LARGE, random)).isNotEqualTo(mix.shuffled(LARGE, random));
  }

  @Test
  void wantsShardsOfBothKinds() {
    assertThatThrownBy(() -> Mix.of(0, 10, Duration.ofSeconds(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--tiny and --long must be 1 or above, were 0 and 10");
  }
}
