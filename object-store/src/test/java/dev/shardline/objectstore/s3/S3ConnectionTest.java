package dev.shardline.objectstore.s3;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3ConnectionTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "EU", "eu central", "eu_central_1"})
  void refusesWhatIsNoRegion(String region) {
    assertThatThrownBy(() -> new S3Connection(Optional.of(region), Optional.empty(), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("region must be ")
        .hasMessageEndingWith("was \"" + region + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:9000", "s3.local", "ftp://host", "http:///p", "http://h/?q=1"})
  void refusesWhatIsNoEndpoint(String endpoint) {
    assertThatThrownBy(
            () -> new S3Connection(Optional.empty(), Optional.of(URI.create(endpoint)), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("endpoint must be http or https, a host");
  }

  @Test
  void showsNoCredentialsOfAnEndpoint() {
    URI uri = URI.create("http://user:s3cret@host:9000");
    assertThatThrownBy(() -> new S3Connection(Optional.empty(), Optional.of(uri), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("host host")
        .message()
        .doesNotContain("s3cret");
  }
}
