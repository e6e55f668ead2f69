package dev.shardline.cli.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.cli.job.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberInputTest {

  @Test
  void takesZeroAndTheLargestLong() {
    assertThat(NumberInput.ofArguments(List.of("0", "9223372036854775807")))
        .containsExactly(0L, Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "2.5", "1e3", "", "abc", "+5", "٣"})
  void refusesWhatIsNoIntegerOfZeroOrAbove(String argument) {
    assertThatThrownBy(() -> NumberInput.ofArguments(List.of("7", argument)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("argument 2: expected an integer of 0 or above, was \"" + argument + "\"");
  }

  @Test
  void refusesANumberBeyondALong() {
    assertThatThrownBy(() -> NumberInput.ofArguments(List.of("9223372036854775808")))
        .hasMessage("argument 1: expected an integer below 2^63, was 9223372036854775808");
  }

  @Test
  void passesOverBlankLinesAndComments() throws IOException {
    assertThat(lines("# numbers\n2500\n\n  2600  # the second\n   \n2700"))
        .containsExactly(2500L, 2600L, 2700L);
  }

  @Test
  void namesTheLineThatIsWrong() {
    assertThatThrownBy(() -> lines("2500\n# fine\n26OO\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("numbers.txt, line 3: expected an integer of 0 or above, was \"26OO\"");
  }

  @Test
  void shortensALineThatIsTooLongToBeShown() {
    assertThatThrownBy(() -> lines("x".repeat(10_000)))
        .message()
        .hasSizeLessThan(200)
        .endsWith("...\"");
  }

  private static List<Long> lines(String text) throws IOException {
    return NumberInput.ofLines(new BufferedReader(new StringReader(text)), "numbers.txt");
  }
}
