package dev.shardline.contracts.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shardline.contracts.failure.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

  private enum Colour {
    RED,
    DARK_BLUE
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "0e999999999, 0",
    "2500, 2500",
    "2500.0, 2500",
    "2.5e3, 2500",
    "2500000e-3, 2500",
    "9223372036854775807, 9223372036854775807",
    "9.223372036854775807e18, 9223372036854775807",
  })
  void readsAnIntegerHoweverItIsWritten(String number, long value) {
    assertThat(number(number).integer("number", 0, Long.MAX_VALUE)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "null, null",
    "'\"2500\"', the text \"2500\"",
    "true, true",
    "[2500], an array",
    "{}, an object",
    "-1, -1",
    "-9223372036854775809, -9223372036854775809",
    "2500.5, 2500.5",
    "1e-1, 0.1",
    "9223372036854775808, 9223372036854775808",
    "1e19, 1E+19",
  })
  void refusesWhatIsNoSuchIntegerAndSaysWhatItWas(String number, String description) {
    assertRefused(
        () -> number(number).integer("number", 0, Long.MAX_VALUE),
        "number: expected an integer of 0 or above, below 2^63, was " + description);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "1e2147483647",
        "10e2147483646",
        "0.1e-2147483647",
        "1234567890123456789012345678901234567890e-2147483640"
      })
  // Expanding such a number would take minutes and gigabytes.
  @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void refusesAnExtremeExponentAtOnce(String number) {
    assertThatExceptionOfType(InvalidMessageException.class)
        .isThrownBy(() -> number(number).integer("number", 0, Long.MAX_VALUE));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-0, 0", "0.25, 0.25", "1, 1", "1.00, 1", "1e-1, 0.1", "5e-999999, 0"})
  void readsAShare(String number, double value) {
    assertThat(number(number).share("number")).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "-0.1, -0.1",
    "1.001, 1.001",
    "'\"0.1\"', the text \"0.1\"",
    "true, true",
    "null, null",
    "1e999999, 1E+999999"
  })
  void refusesWhatIsNoShare(String number, String description) {
    assertRefused(
        () -> number(number).share("number"),
        "number: expected a number from 0 to 1, was " + description);
  }

  @Test
  void namesTheRangeOfAnInteger() {
    assertRefused(
        () -> number("4").integer("number", 1, 3),
        "number: expected an integer from 1 to 3, was 4");
    assertRefused(
        () -> fields("{}").integer("number", 1, 3),
        "number is missing: expected an integer from 1 to 3");
  }

  @Test
  void countsANullFieldAsAbsent() {
    JsonFields fields = fields("{'given': 0, 'null': null}");

    assertThat(fields.has("given")).isTrue();
    assertThat(fields.has("null")).isFalse();
    assertThat(fields.has("absent")).isFalse();
  }

  @Test
  void readsANameOfAnyScript() {
    assertThat(fields("{'source': 'Kunden-API'}").name("source", 10)).isEqualTo("Kunden-API");
    assertThat(fields("{'source': '顧客 😀'}").name("source", 4)).isEqualTo("顧客 😀");
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "'12345'", "'a\\nb'", "'a\\u0000'", "'a\\u0085'", "'\\ud800'", "5"})
  void refusesANameThatIsEmptyTooLongOrUnfitForAKey(String json) {
    assertThatExceptionOfType(InvalidMessageException.class)
        .isThrownBy(() -> fields("{'source': " + json + "}").name("source", 4))
        .withMessageStartingWith(
            "source: expected a text of 1 to 4 characters without control characters, was ");
  }

  @Test
  void shortensWhatItRepeatsWithoutBreakingACharacter() {
    String text = "x".repeat(55) + "😀".repeat(10);

    assertRefused(
        () -> fields("{'number': '" + text + "'}").integer("number", 0, 9),
        "number: expected an integer from 0 to 9, was the text \"" + "x".repeat(55) + "?...");
  }

  @Test
  void readsAJobId() {
    String id = "01a207af-ee9b-7c3d-9a5e-6f7081920a1b";

    assertThat(fields("{'jobId': '" + id + "'}").jobId("jobId")).hasToString(id);
    assertRefused(
        () -> fields("{'jobId': 'job-1'}").jobId("jobId"),
        "jobId: expected a UUID of version 7, was the text \"job-1\"");
  }

  @Test
  void readsAnAbsoluteUri() {
    assertThat(fields("{'uri': 's3://bucket/key'}").uri("uri")).hasToString("s3://bucket/key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/customers",
        "customers.json",
        "",
        "//user:hunter2@host/",
        "https://a:hunter2@ /"
      })
  void refusesAnotherUriWithoutRepeatingTheCredentialsInIt(String uri) {
    assertRefused(
        () -> fields("{'uri': '" + uri + "'}").uri("uri"),
        "uri: expected an absolute URI, such as https://host/path");
  }

  @Test
  void readsATime() {
    assertThat(fields("{'at': '2026-11-23T09:15:00.5Z'}").instant("at"))
        .isEqualTo(Instant.EPOCH.plus(Duration.ofMillis(1_795_425_300_500L)));
    assertRefused(
        () -> fields("{'at': '23.11.2026'}").instant("at"),
        "at: expected a time as ISO 8601 text in UTC, was the text \"23.11.2026\"");
  }

  @Test
  void readsAChoiceInLowerCaseAndAStatusInUpperCase() {
    JsonFields fields = fields("{'choice': 'dark_blue', 'status': 'RED'}");

    assertThat(fields.choice("choice", Colour.class)).isEqualTo(Colour.DARK_BLUE);
    assertThat(fields.status("status", Colour.class)).isEqualTo(Colour.RED);
    assertRefused(
        () -> fields.choice("status", Colour.class),
        "status: expected one of red, dark_blue, was the text \"RED\"");
    assertRefused(
        () -> fields.status("choice", Colour.class),
        "choice: expected one of RED, DARK_BLUE, was the text \"dark_blue\"");
  }

  @Test
  void readsAReasonThatItDoesNotKnow() {
    assertThat(fields("{'reason': 'QUOTA_USED_UP'}").reason("reason"))
        .isEqualTo(new Reason("QUOTA_USED_UP"));
    assertRefused(
        () -> fields("{'reason': 'too slow'}").reason("reason"),
        "reason: expected a code of upper-case letters, digits and underscores,"
            + " was the text \"too slow\"");
  }

  @Test
  void readsAHash() {
    String hash = "0123456789abcdef".repeat(4);

    assertThat(fields("{'sha256': '" + hash + "'}").sha256("sha256")).isEqualTo(hash);
    assertRefused(
        () -> fields("{'sha256': '9761E72C'}").sha256("sha256"),
        "sha256: expected 64 lower-case hexadecimal digits, was the text \"9761E72C\"");
  }

  @Test
  void namesTheWholePathOfAFieldInAnObject() {
    JsonFields fields = fields("{'shards': {'format': 'xml', 'headers': {'A': 1, 'B': null}}}");

    assertRefused(
        () -> fields.object("shards").choice("format", Colour.class),
        "shards.format: expected one of red, dark_blue, was the text \"xml\"");
    assertRefused(
        () -> fields.object("shards").object("headers").texts(),
        "shards.headers.A: expected a text, was 1");
    assertRefused(
        () -> fields.object("shards").name("field", 9),
        "shards.field is missing: expected a text of 1 to 9 characters without control characters");
    assertRefused(
        () -> fields.object("shards").object("format"),
        "shards.format: expected an object, was the text \"xml\"");
  }

  @Test
  void refusesNullAmongTexts() {
    assertRefused(() -> fields("{'A': 'a', 'B': null}").texts(), "B: expected a text, was null");
  }

  private static JsonFields number(String json) {
    return fields("{'number': " + json + "}");
  }

  private static JsonFields fields(String json) {
    return JsonText.read(json.replace('\'', '"').getBytes(UTF_8));
  }

  private static void assertRefused(ThrowingCallable reading, String message) {
    assertThatExceptionOfType(InvalidMessageException.class)
        .isThrownBy(reading)
        .withMessage(message)
        .extracting(e -> e.failure().reason())
        .isEqualTo(Reason.INVALID_FIELD);
  }
}
