package dev.shardline.ingest.source.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriRulesTest {

  private final UriRules rules =
      new UriRules(
          Set.of("https"), List.of("api.example.com", "*.example.org"), List.of(443, 8443));

  @ParameterizedTest
  @CsvSource({
    "https, api.example.com, 443",
    "https, API.example.com, 8443",
    "https, a.example.org, 443",
    "https, b.a.example.org, 443"
  })
  void allowWhatIsListed(String scheme, String host, int port) {
    assertThatCode(() -> rules.check(scheme, host, port, false)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "http, api.example.com, 443, false, UNSUPPORTED_SCHEME",
    "https, example.org, 443, false, FORBIDDEN_HOST",
    "https, api.example.com.evil.net, 443, false, FORBIDDEN_HOST",
    "https, evilexample.org, 443, false, FORBIDDEN_HOST",
    "https, api.example.com, 22, false, FORBIDDEN_PORT",
    "https, api.example.com, 443, true, CREDENTIALS_IN_URI"
  })
  void refuseWhatIsNot(String scheme, String host, int port, boolean credentials, String reason) {
    IngestFailedException failed =
        catchThrowableOfType(
            IngestFailedException.class, () -> rules.check(scheme, host, port, credentials));

    assertThat(failed.failure().reason()).isEqualTo(new Reason(reason));
    assertThat(failed).hasMessageStartingWith("uri: ");
    assertThat(failed.mayPass()).isFalse();
  }

  @Test
  void allowEveryHostAndPortWhereNoneAreListed() {
    UriRules open = new UriRules(Set.of("http"), List.of(), List.of());

    assertThatCode(() -> open.check("http", "any.example", 12345, false))
        .doesNotThrowAnyException();
  }
}
