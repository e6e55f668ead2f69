package dev.shardline.contracts.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "java",
        "gmp",
        "a-z0-9",
        "-",
        "Java",
        "a b",
        "a_b",
        "é",
        "`",
        "{",
        "/",
        ":",
        "gmp\n",
        "12345678901234567890123456789012",
        "123456789012345678901234567890123"
      })
  void knowsAnEngineWithoutThePatternToo(String name) {
    assertThat(Execution.isEngine(name)).isEqualTo(Execution.ENGINE.matcher(name).matches());
  }
}
