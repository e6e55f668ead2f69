package dev.shardline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretHeadersTest {

  private final SecretHeaders secrets = new SecretHeaders(Map.of("token-of-crm", "s3cret"));

  @Test
  void putsAValueInThePlaceOfItsName() throws IngestFailedException {
    assertThat(secrets.resolve(Map.of("Authorization", "token-of-crm")))
        .containsExactly(Map.entry("Authorization", "s3cret"));
  }

  @Test
  void namesASecretThatIsNotConfigured() {
    IngestFailedException failed =
        catchThrowableOfType(
            IngestFailedException.class,
            () -> secrets.resolve(Map.of("Authorization", "token-of-shop")));

    assertThat(failed.failure().reason()).isEqualTo(Reason.UNKNOWN_SECRET);
    assertThat(failed)
        .hasMessageContaining("headers.Authorization")
        .hasMessageContaining("token-of-shop");
  }

  @Test
  void showsNoSecretInATargetsText() {
    SourceTarget target =
        new SourceTarget(
            URI.create("https://me:s3cret@host:8443/s3cret?key=s3cret"),
            Map.of("Authorization", "s3cret"));

    assertThat(target).hasToString("https://host:8443");
  }
}
