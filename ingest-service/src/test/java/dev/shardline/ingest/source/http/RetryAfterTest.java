package dev.shardline.ingest.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("1994-11-06T08:49:37Z");

  @ParameterizedTest
  @CsvSource({"120, 120", "0, 0", "' 7 ', 7", "999999999, 999999999"})
  void takesSeconds(String value, long seconds) {
    assertThat(RetryAfter.in(headers(Map.of("Retry-After", value)), NOW))
        .contains(Duration.ofSeconds(seconds));
  }

  @Test
  void takesADateFromTheServersOwnClock() {
    Headers headers =
        headers(
            Map.of(
                "Date", "Fri, 31 Dec 1999 23:59:00 GMT",
                "Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT"));

    assertThat(RetryAfter.in(headers, NOW)).contains(Duration.ofSeconds(59));
  }

  @Test
  void takesADateOfAServerWithoutAClock() {
    Headers headers = headers(Map.of("Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT"));

    assertThat(RetryAfter.in(headers, NOW)).contains(Duration.ofSeconds(30));
  }

  @Test
  void takesADateThatHasPassedAsNow() {
    Headers headers = headers(Map.of("Retry-After", "Sat, 05 Nov 1994 08:50:07 GMT"));

    assertThat(RetryAfter.in(headers, NOW)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "soon", "99999999999999999999", "31 Dec 1999"})
  void ignoresWhatIsNeither(String value) {
    assertThat(RetryAfter.in(headers(Map.of("Retry-After", value)), NOW)).isEmpty();
  }

  @Test
  void findsNoneWhereThereIsNone() {
    assertThat(RetryAfter.in(headers(Map.of()), NOW)).isEmpty();
  }

  private static Headers headers(Map<String, String> values) {
    return Headers.of(values);
  }
}
