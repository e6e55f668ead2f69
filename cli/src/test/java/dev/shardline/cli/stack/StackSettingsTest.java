package dev.shardline.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackSettingsTest {

  private static final Path HOME = Path.of("home");

  @Test
  void pinsItsDefaults() {
    assertThat(StackSettings.DEFAULT_TRANSFORMS).isEqualTo(2);
    assertThat(StackSettings.DEFAULT_PORT).isEqualTo(9092);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65})
  void refusesANumberOfTransformsOutOfRange(int transforms) {
    assertThatThrownBy(() -> new StackSettings(HOME, transforms, 9092, null, false, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--transforms must be from 1 to 64, was " + transforms);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void refusesAPortOutOfRange(int port) {
    assertThatThrownBy(() -> new StackSettings(HOME, 2, port, null, false, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--port must be from")
        .hasMessageEndingWith("was " + port);
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "2,2,1", "8,2,4", "7,2,3", "2,5,1", "16,1,16"})
  void dividesTheCoresAmongTheTransforms(int cores, int transforms, int slots) {
    assertThat(ServicePlans.slots(cores, transforms)).isEqualTo(slots);
  }
}
