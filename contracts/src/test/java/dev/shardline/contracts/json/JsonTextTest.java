package dev.shardline.contracts.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.contracts.failure.Reason;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @ParameterizedTest
  @NullAndEmptySource
  void refusesARecordWithoutAValue(byte @Nullable [] value) {
    InvalidMessageException refusal = refusal(value);

    assertThat(refusal.failure().reason()).isEqualTo(Reason.EMPTY_RECORD);
    assertThat(refusal).hasMessage("the record has no value: expected a JSON object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customers",
        "{number: 1}",
        "{'number': 1}",
        "{\"number\": 1",
        "{\"number\": 1,}",
        "{\"number\": 01}",
        "{\"number\": +1}",
        "{\"number\": NaN}",
        "{\"number\": 1} // the first",
        "\uFEFF{}",
      })
  void refusesWhatIsNotJsonAndSaysWhere(String text) {
    InvalidMessageException refusal = refusal(text.getBytes(UTF_8));

    assertThat(refusal.failure().reason()).isEqualTo(Reason.NOT_JSON);
    assertThat(refusal)
        .hasMessageStartingWith("expected a JSON object in UTF-8: ")
        .hasMessageMatching(".* at line 1, column \\d+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"number\": 1} {\"number\": 2}", "{} null", "{}{}", "{} []", " \n"})
  void refusesMoreAndLessThanOneValue(String text) {
    InvalidMessageException refusal = refusal(text.getBytes(UTF_8));

    assertThat(refusal.failure().reason()).isEqualTo(Reason.NOT_JSON);
    assertThat(refusal).hasMessage("expected one JSON object and nothing else");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                 | an array",
        "[{\"number\": 1}]  | an array",
        "\"2500\"           | the text \"2500\"",
        "2500               | 2500",
        "true               | true",
        "null               | null",
      })
  void refusesWhatIsNotAnObject(String text, String description) {
    InvalidMessageException refusal = refusal(text.getBytes(UTF_8));

    assertThat(refusal.failure().reason()).isEqualTo(Reason.NOT_AN_OBJECT);
    assertThat(refusal).hasMessage("expected a JSON object, was " + description);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\": 1, \"a\": 1}", "{\"unknown\": {\"a\": 1, \"\\u0061\": 2}}"})
  void refusesAFieldGivenTwice(String text) {
    InvalidMessageException refusal = refusal(text.getBytes(UTF_8));

    assertThat(refusal.failure().reason()).isEqualTo(Reason.NOT_JSON);
    assertThat(refusal).hasMessageContaining("Duplicate field 'a' at line 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void refusesDeepNestingWithoutExhaustingTheStack(String opening) {
    InvalidMessageException refusal = refusal(opening.repeat(1_000_000).getBytes(UTF_8));

    assertThat(refusal.failure().reason()).isEqualTo(Reason.NOT_JSON);
    assertThat(refusal).hasMessageStartingWith("the JSON text is beyond what is read: ");
  }

  @Test
  void refusesANumberOfAMillionDigits() {
    String text = "{\"number\": " + "9".repeat(1_000_000) + "}";

    InvalidMessageException refusal = refusal(text.getBytes(UTF_8));

    assertThat(refusal.failure().reason()).isEqualTo(Reason.NOT_JSON);
    assertThat(refusal).hasMessageStartingWith("the JSON text is beyond what is read: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "-1e99999999999", "1e-99999999999"})
  void refusesAnExponentOfMoreThanAnInt(String number) {
    InvalidMessageException refusal = refusal(("{\"unknown\": " + number + "}").getBytes(UTF_8));

    assertThat(refusal.failure().reason()).isEqualTo(Reason.NOT_JSON);
    assertThat(refusal)
        .hasMessage("the JSON text is beyond what is read: a number's exponent is too large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ff", // no such byte in UTF-8
        "c3", // the first half of a character
        "c080", // NUL, longer than needed
        "eda080", // half of a surrogate pair
        "f4908080", // beyond Unicode
      })
  void refusesBytesThatAreNotUtf8(String hex) {
    String text = "{\"a\": \"" + new String(HexFormat.of().parseHex(hex), ISO_8859_1) + "\"}";

    InvalidMessageException refusal = refusal(text.getBytes(ISO_8859_1));

    assertThat(refusal.failure().reason()).isEqualTo(Reason.NOT_JSON);
    assertThat(refusal).hasMessage("expected a JSON object in UTF-8, but the bytes are not UTF-8");
  }

  @Test
  void refusesOtherEncodings() {
    assertThat(refusal("{\"number\": 1}".getBytes(UTF_16)).failure().reason())
        .isEqualTo(Reason.NOT_JSON);
    assertThat(refusal("{\"number\": 1}".getBytes(UTF_16LE)).failure().reason())
        .isEqualTo(Reason.NOT_JSON);
  }

  @Test
  void answersEveryByteSequenceWithFieldsOrARefusal() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    byte[] message =
        "{\"a\": [-1.5e+3, \"\\u00e9é😀\", {\"b\": null}], \"c\": true}".getBytes(UTF_8);

    for (int i = 0; i < 20_000; i++) {
      byte[] mutated = message.clone();
      for (int change = 0; change <= random.nextInt(4); change++) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(JsonText.read(mutated)).isNotNull();
      } catch (InvalidMessageException e) {
        assertThat(e.failure().message()).isNotBlank();
      }
    }
  }

  @Test
  void writesUtf8() {
    byte[] json = JsonText.write(object -> object.writeStringField("name", "Zoë\n"));

    assertThat(json).asString(UTF_8).isEqualTo("{\"name\":\"Zoë\\n\"}");
  }

  private static InvalidMessageException refusal(byte @Nullable [] value) {
    return catchThrowableOfType(InvalidMessageException.class, () -> JsonText.read(value));
  }
}
