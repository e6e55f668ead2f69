package dev.shardline.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceSchemesTest {

  private final SourceFetcher http = (_, _) -> SourceReply.Written.plain();
  private final SourceFetcher file = (_, _) -> SourceReply.Written.plain();
  private final SourceSchemes schemes = new SourceSchemes(Map.of("http", http, "file", file));

  @Test
  void findsTheFetcherOfAScheme() throws IngestFailedException {
    assertThat(schemes.fetcherOf(URI.create("file:///data"))).isSameAs(file);
    assertThat(schemes.fetcherOf(URI.create("HTTP://host"))).isSameAs(http);
  }

  @Test
  void namesTheSchemesThatThereAre() {
    IngestFailedException failed =
        catchThrowableOfType(
            IngestFailedException.class, () -> schemes.fetcherOf(URI.create("ftp://host/data")));

    assertThat(failed.failure().reason()).isEqualTo(Reason.UNSUPPORTED_SCHEME);
    assertThat(failed).hasMessage("uri: expected one of the schemes file, http, was ftp");
  }
}
