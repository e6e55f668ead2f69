package dev.shardline.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void isTheMiddleOfAnOddNumber() {
    assertThat(Median.of(List.of(9.0, 1.0, 2.0))).isEqualTo(2.0);
  }

  @Test
  void isBetweenTheTwoMiddleOnesOfAnEvenNumber() {
    assertThat(Median.of(List.of(4.0, 100.0, 1.0, 2.0))).isEqualTo(3.0);
  }

  @Test
  void isNothingOfNothing() {
    assertThatThrownBy(() -> Median.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
