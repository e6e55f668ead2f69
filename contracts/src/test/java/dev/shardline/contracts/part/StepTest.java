package dev.shardline.contracts.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {

  private static final List<Long> BOUNDS = List.of(1L, 60L, 100L);

  @Test
  void writesPartsAndTheStepThatCombinesThem() {
    List<Step> parts = Step.partsOf(BOUNDS).toList();

    assertThat(parts).extracting(Step::from).containsExactly(1L, 60L);
    assertThat(parts).extracting(Step::to).containsExactly(60L, 100L);
    assertThat(parts.getLast().headers())
        .containsExactly(
            Map.entry("shardline-step", "2"), Map.entry("shardline-step-bounds", "1,60,100"));
    assertThat(parts.getLast().combination().headers())
        .containsExactly(
            Map.entry("shardline-step", "combine"), Map.entry("shardline-step-bounds", "1,60,100"));
  }

  @Test
  void readsWhatItWrote() {
    Step part = new Step(1, BOUNDS);

    assertThat(Step.of(part.headers())).contains(part);
    assertThat(Step.of(part.combination().headers())).contains(new Step(2, BOUNDS));
  }

  @Test
  void tellsTheStepsApartByKeyAndText() {
    Step part = new Step(1, BOUNDS);

    assertThat(part.keySuffix()).isEqualTo("part-2");
    assertThat(part).hasToString("part 2 of 2");
    assertThat(part.combination().keySuffix()).isEqualTo("combine");
    assertThat(part.combination()).hasToString("combining 2 parts");
  }

  @ParameterizedTest
  @CsvSource({
    "0, '1,60,100'",
    "3, '1,60,100'",
    "4, '1,60,100'",
    "-1, '1,60,100'",
    "one, '1,60,100'",
    "'', '1,60,100'",
    "1, '1'",
    "1, ''",
    "1, '1,,100'",
    "1, '1,60,60'",
    "1, '60,1'",
    "1, '1,99999999999999999999'",
    "combine, ''",
  })
  void takesARecordWithUnreadableHeadersForTheShardsOwn(String step, String bounds) {
    assertThat(Step.of(Map.of(Step.STEP, step, Step.BOUNDS, bounds))).isEmpty();
  }

  @Test
  void takesARecordWithoutOneOfTheHeadersForTheShardsOwn() {
    assertThat(Step.of(Map.of(Step.STEP, "1"))).isEmpty();
    assertThat(Step.of(Map.of(Step.BOUNDS, "1,2"))).isEmpty();
    assertThat(Step.isOne(Map.of())).isFalse();
  }

  @Test
  void refusesWhatIsNoStep() {
    assertThatThrownBy(() -> new Step(3, BOUNDS)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Step(0, List.of(1L))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Step(0, List.of(5L, 5L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ascend");
  }
}
