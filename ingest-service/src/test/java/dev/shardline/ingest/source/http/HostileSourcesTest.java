package dev.shardline.ingest.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.raw.RawBodies;
import dev.shardline.ingest.source.SourceTarget;
import dev.shardline.ingest.source.host.HostGates;
import dev.shardline.ingest.source.host.HostLimits;
import dev.shardline.objectstore.FilesystemObjectStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a hostile request or server may try, and what becomes of it: its own reason, and no target
 * that is reached. The server listens on 127.0.0.1, which may be asked, and another on 127.0.0.2,
 * which may not.
 */
@Timeout(120)
class HostileSourcesTest {

  private static final int MAX_BYTES = 64 * 1024;

  private static final HttpTimeouts TIMEOUTS =
      new HttpTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(4));

  @TempDir private Path directory;

  private final HttpFetcher fetcher =
      new HttpFetcher(
          TIMEOUTS,
          Fetchers.rules("127.0.0.1"),
          new HostGates(new HostLimits(10, Double.POSITIVE_INFINITY, Duration.ofMinutes(1))));
  private HostileServer server;
  private HostileServer secret;

  @BeforeEach
  void start() throws IOException {
    server = new HostileServer("127.0.0.1");
    secret = new HostileServer("127.0.0.2");
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    server.close();
    secret.close();
  }

  @Test
  void aHarmlessAnswerOfTheSameServerIsTaken() {
    assertThatCode(() -> fetch("http://127.0.0.1:" + server.port() + "/ok"))
        .doesNotThrowAnyException();
    assertThat(server.log()).contains("/ok");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.2:PORT/ok, FORBIDDEN_ADDRESS",
    "http://2130706434:PORT/ok, FORBIDDEN_ADDRESS",
    "http://0x7f000002:PORT/ok, UNREACHABLE",
    "http://127.2:PORT/ok, FORBIDDEN_ADDRESS",
    "http://[::ffff:127.0.0.2]:PORT/ok, FORBIDDEN_ADDRESS",
    "http://[::ffff:7f00:2]:PORT/ok, FORBIDDEN_ADDRESS",
    "http://[::127.0.0.2]:PORT/ok, FORBIDDEN_ADDRESS",
    "http://[64:ff9b::7f00:2]:PORT/ok, FORBIDDEN_ADDRESS",
    "http://[::1]:PORT/ok, FORBIDDEN_ADDRESS",
    "http://0.0.0.0:PORT/ok, FORBIDDEN_ADDRESS",
    "http://169.254.169.254/latest/meta-data/, FORBIDDEN_ADDRESS",
    "http://[fd00:ec2::254]/latest/meta-data/, FORBIDDEN_ADDRESS",
    "http://100.100.100.200/latest/meta-data/, FORBIDDEN_ADDRESS",
    "http://168.63.129.16/machine, FORBIDDEN_ADDRESS",
    "http://10.0.0.1/, FORBIDDEN_ADDRESS",
    "http://user:pass@127.0.0.2:PORT/ok, CREDENTIALS_IN_URI",
    "http://127.0.0.1:80@127.0.0.2:PORT/ok, CREDENTIALS_IN_URI"
  })
  void anAddressInDisguiseIsRefusedBeforeItIsReached(String uri, String reason) {
    Reason refusal = refusal(uri.replace("PORT", String.valueOf(secret.port())));

    assertThat(refusal).isEqualTo(new Reason(reason));
    assertThat(secret.log()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.2:PORT/ok, FORBIDDEN_ADDRESS",
    "http://2130706434:PORT/ok, FORBIDDEN_ADDRESS",
    "//127.0.0.2:PORT/ok, FORBIDDEN_ADDRESS",
    "http://169.254.169.254/latest/meta-data/, FORBIDDEN_ADDRESS",
    "http://me:s3cret@127.0.0.1:80/, CREDENTIALS_IN_URI",
    "file:///etc/passwd, REDIRECT_REFUSED",
    "gopher://127.0.0.2:PORT/_, REDIRECT_REFUSED",
    "/redirect, REDIRECT_REFUSED"
  })
  void aRedirectIsCheckedLikeTheRequest(String target, String reason) {
    server.redirectTo(target.replace("PORT", String.valueOf(secret.port())));

    assertThat(refusal("http://127.0.0.1:" + server.port() + "/redirect"))
        .isEqualTo(new Reason(reason));
    assertThat(secret.log()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/one-long-header, HEADERS_TOO_LARGE",
    "/many-headers, HEADERS_TOO_LARGE",
    "/endless-status, HEADERS_TOO_LARGE",
    "/endless-continue, HEADERS_TOO_LARGE",
    "/endless-chunks, BODY_TOO_LARGE",
    "/endless-chunk-size, SOURCE_BROKEN",
    "/endless-trailer, SOURCE_BROKEN",
    "/endless-body, BODY_TOO_LARGE",
    "/bomb, BODY_TOO_LARGE",
    "/drip, TIMEOUT",
    "/silence, TIMEOUT",
    "/truncated, TRUNCATED_BODY",
    "/truncated-gzip, TRUNCATED_BODY",
    "/wrong-gzip, CORRUPT_BODY",
    "/wrong-digest, CORRUPT_BODY",
    "/encoded, SOURCE_BROKEN",
    "/no-http, SOURCE_BROKEN",
    "/negative, SOURCE_BROKEN"
  })
  void anAnswerThatIsAnAttackIsStopped(String path, String reason) {
    assertThat(refusal("http://127.0.0.1:" + server.port() + path)).isEqualTo(new Reason(reason));
  }

  @Test
  void aServerThatDoesNotProveWhoItIsGetsNoRequest() throws Exception {
    try (SelfSignedServer untrusted = SelfSignedServer.start(directory)) {
      assertThat(refusal(untrusted.uri().toString())).isEqualTo(Reason.TLS_FAILED);
    }
  }

  private Reason refusal(String uri) {
    IngestFailedException failed =
        catchThrowableOfType(IngestFailedException.class, () -> fetch(uri));
    assertThat(failed).as("fetching %s failed", uri).isNotNull();
    assertThat(failed.getMessage()).doesNotContain("s3cret").doesNotContain("pass@");
    return failed.failure().reason();
  }

  private void fetch(String uri) throws IOException {
    RawBodies bodies =
        new RawBodies(new FilesystemObjectStore(directory.resolve("objects")), MAX_BYTES);
    SourceTarget target = new SourceTarget(URI.create(uri), Map.of("X-Token", "s3cret"));
    bodies.keep(new SourceId(JobId.create(), "hostile"), null, body -> fetcher.fetch(target, body));
  }
}
