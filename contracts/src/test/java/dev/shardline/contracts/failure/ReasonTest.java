package dev.shardline.contracts.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

  @Test
  void isWrittenAsItsCode() {
    assertThat(Reason.NOT_JSON).hasToString("NOT_JSON");
  }

  @Test
  void takesCodesThatItDoesNotKnow() {
    assertThat(new Reason("QUOTA_2_USED_UP").code()).isEqualTo("QUOTA_2_USED_UP");
    assertThat(new Reason("A".repeat(64)).code()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not_json", "NOT JSON", "2_MANY", "_A", "NOT_JSON\n", "ÄRGER"})
  void refusesACodeOfAnotherForm(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reason(code))
        .withMessage("reason must match [A-Z][A-Z0-9_]{0,63}: " + code);
  }

  @Test
  void refusesACodeThatIsTooLong() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Reason("A".repeat(65)));
  }
}
