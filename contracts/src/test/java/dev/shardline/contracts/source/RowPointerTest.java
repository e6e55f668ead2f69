package dev.shardline.contracts.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowPointerTest {

  /** Those of RFC 6901, section 5, and what is left to say. */
  static Stream<Arguments> pointers() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of("/foo", List.of("foo")),
        Arguments.of("/foo/0", List.of("foo", "0")),
        Arguments.of("/", List.of("")),
        Arguments.of("/a~1b", List.of("a/b")),
        Arguments.of("/c%d", List.of("c%d")),
        Arguments.of("/ ", List.of(" ")),
        Arguments.of("/m~0n", List.of("m~n")),
        Arguments.of("/~01", List.of("~1")),
        Arguments.of("//a//", List.of("", "a", "", "")));
  }

  @ParameterizedTest
  @MethodSource("pointers")
  void goesStepByStep(String text, List<String> steps) {
    assertThat(new RowPointer(text).steps()).isEqualTo(steps);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "#/a", "/a~", "/a~2", "/~/a", " /a", "/\ud800"})
  void refusesWhatIsNoPointer(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RowPointer(text))
        .withMessage("expected " + RowPointer.EXPECTED);
  }

  @Test
  void refusesAPointerThatIsTooLong() {
    assertThat(new RowPointer("/" + "a".repeat(999)).steps()).hasSize(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new RowPointer("/" + "a".repeat(1000)));
  }
}
