package dev.shardline.cli.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.cli.job.InvalidInputException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceInputTest {

  @Test
  void splitsAtTheFirstEqualsSign() {
    assertThat(SourceInput.ofArguments(List.of("orders=https://host/path?a=b")))
        .containsExactly(new NamedSource("orders", URI.create("https://host/path?a=b")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://host/path | argument 1: expected NAME=URI with a name of 1 to 200 characters,"
            + " such as customer_api=https://host/path",
        "=https://host | argument 1: expected NAME=URI with a name of 1 to 200 characters,"
            + " such as customer_api=https://host/path",
        "a=host/path | argument 1 (a): expected an absolute URI, such as https://host/path or"
            + " file:///path",
        "a=https://host/a b | argument 1 (a): expected a URI: Illegal character in path"
      })
  void refusesWhatIsNoNamedAbsoluteUri(String argument, String message) {
    assertThatThrownBy(() -> SourceInput.ofArguments(List.of(argument)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  @Test
  void refusesANameThatIsGivenTwice() {
    assertThatThrownBy(() -> SourceInput.ofArguments(List.of("a=file:///1", "a=file:///2")))
        .hasMessageStartingWith("argument 2: expected each name once");
  }

  @Test
  void refusesCredentialsAndDoesNotRepeatThem() {
    assertThatThrownBy(() -> SourceInput.ofArguments(List.of("a=https://user:hunter2@host/")))
        .hasMessageStartingWith("argument 1 (a): expected a URI without user or password")
        .message()
        .doesNotContain("hunter2");
  }
}
