package dev.shardline.ingest.source.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** The header by which a server says how long it is not to be asked again (RFC 9110, 10.2.3). */
final class RetryAfter {

  /** As many as a delay of 31 years has; a longer number is no delay. */
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RetryAfter() {}

  /**
   * The delay that a response asks for. A date counts from the response's own {@code Date}, so that
   * the server's clock may be wrong.
   *
   * @param now the time of this machine, for a server that has no clock
   * @return zero for a date that has passed; empty if the header is missing or says neither seconds
   *     nor a date
   */
  static Optional<Duration> in(Headers headers, Instant now) {
    return Optional.ofNullable(headers.get("Retry-After"))
        .map(String::strip)
        .flatMap(value ->
            SECONDS.matcher(value).matches()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : date(value).map(until -> between(date(headers).orElse(now), until)));
  }

  private static Duration between(Instant from, Instant until) {
    return until.isAfter(from) ? Duration.between(from, until) : Duration.ZERO;
  }

  private static Optional<Instant> date(Headers headers) {
    return Optional.ofNullable(headers.get("Date")).flatMap(RetryAfter::date);
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
