package dev.shardline.ingest.source.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.SourceFetcher;
import dev.shardline.ingest.source.SourceFetcherContract;
import dev.shardline.ingest.source.SourceReply;
import dev.shardline.ingest.source.SourceTarget;
import dev.shardline.ingest.source.Validators;
import dev.shardline.objectstore.s3.S3Connection;
import dev.shardline.objectstore.s3.StubS3;
import dev.shardline.objectstore.s3.TestS3;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;

class S3FetcherTest extends SourceFetcherContract {

  private static final TestS3 S3 = TestS3.shared();
  private static final Duration READ = Duration.ofSeconds(20);

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private String bucket;
  private S3Fetcher fetcher;

  @BeforeEach
  void createFetcher() {
    bucket = S3.newBucket();
    fetcher = fetcher(S3.connection(), bucket, READ);
  }

  @AfterEach
  void closeFetcher() {
    fetcher.close();
  }

  @Override
  protected SourceFetcher fetcher() {
    return fetcher;
  }

  @Override
  protected URI source(byte[] bytes) {
    return put(bucket, "directory/name", bytes);
  }

  @Override
  protected URI missing() {
    return URI.create("s3://" + bucket + "/missing");
  }

  @Override
  protected Reason reasonForMissing() {
    return Reason.SOURCE_NOT_FOUND;
  }

  @Override
  protected List<URI> forbidden() {
    String other = S3.newBucket();
    return List.of(
        put(other, "there", new byte[1]),
        URI.create("s3://" + other + "/missing"),
        URI.create("s3://no-such-bucket/there"),
        URI.create("s3://user:pass@" + bucket + "/there"));
  }

  @Test
  void asksNobodyAboutABucketThatMayNotBeRead() throws IOException {
    try (StubS3 stub = StubS3.failing(403, "AccessDenied");
        S3Fetcher none =
            new S3Fetcher(new AllowedBuckets(List.of()), stub.connection(), READ, READ, READ)) {
      IngestFailedException failure = failureOf(none, URI.create("s3://b/k"));

      assertThat(failure.failure().reason()).isEqualTo(Reason.FORBIDDEN);
      assertThat(failure).hasMessageContaining("ingest.s3.buckets");
      assertThat(stub.requests()).isZero();
    }
  }

  @Test
  void writesNothingOfAnObjectThatHasNotChanged() throws IOException {
    URI source = source("first".getBytes(UTF_8));
    SourceReply.Written first =
        (SourceReply.Written) fetcher.fetch(new SourceTarget(source, Map.of()), body);
    assertThat(first.validators().etag()).startsWith("\"").endsWith("\"");
    body.reset();

    SourceTarget again = new SourceTarget(source, Map.of(), first.validators(), 1);
    assertThat(fetcher.fetch(again, body)).isEqualTo(new SourceReply.Unchanged());
    assertThat(body.size()).isZero();

    source("second".getBytes(UTF_8));
    assertThat(fetcher.fetch(again, body)).isInstanceOf(SourceReply.Written.class);
    assertThat(body.toString(UTF_8)).isEqualTo("second");
  }

  @Test
  void fetchesAnObjectOfWhichOnlyTheTimeIsKnown() throws IOException {
    Validators time = new Validators(null, "Tue, 24 Nov 2026 18:00:00 GMT");

    fetcher.fetch(new SourceTarget(source("a".getBytes(UTF_8)), Map.of(), time, 1), body);

    assertThat(body.toString(UTF_8)).isEqualTo("a");
  }

  @Test
  void takesAKeyAsItsUriEncodesIt() throws IOException {
    put(bucket, "a b/ä+%2f.csv", "found".getBytes(UTF_8));

    fetcher.fetch(
        new SourceTarget(URI.create("s3://" + bucket + "/a%20b/%C3%A4+%252f.csv"), Map.of()), body);

    assertThat(body.toString(UTF_8)).isEqualTo("found");
  }

  @Test
  void refusesHeaders() {
    SourceTarget target =
        new SourceTarget(source(new byte[1]), Map.of("Authorization", TestS3.SECRET_KEY));
    IngestFailedException failure =
        catchThrowableOfType(IngestFailedException.class, () -> fetcher.fetch(target, body));

    assertThat(failure.failure().reason()).isEqualTo(Reason.INVALID_FIELD);
    assertThat(failure)
        .hasMessageStartingWith("headers: expected none")
        .message()
        .doesNotContain(TestS3.SECRET_KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3:key", "s3:///key", "s3://b", "s3://b/", "s3://b/k?v=1", "s3://b/k#f"})
  void refusesAUriThatNamesNoObject(String uri) {
    IngestFailedException failure = failureOf(fetcher, URI.create(uri));

    assertThat(failure.failure().reason()).isEqualTo(Reason.INVALID_FIELD);
    assertThat(failure).hasMessageContaining("such as s3://bucket/directory/name");
  }

  @ParameterizedTest
  @CsvSource({
    "404, NoSuchBucket, SOURCE_NOT_FOUND, false",
    "403, AccessDenied, ACCESS_DENIED, false",
    "403, InvalidAccessKeyId, ACCESS_DENIED, false",
    "301, PermanentRedirect, SOURCE_BROKEN, false",
    "503, SlowDown, THROTTLED, true",
    "500, InternalError, SOURCE_BROKEN, true",
    "304, NotModified, SOURCE_BROKEN, false",
  })
  void tellsFailuresApart(int status, String code, String reason, boolean mayPass)
      throws IOException {
    try (StubS3 stub = StubS3.failing(status, code)) {
      IngestFailedException failure = failureOf(stub);

      assertThat(failure.failure().reason()).isEqualTo(new Reason(reason));
      assertThat(failure.mayPass()).isEqualTo(mayPass);
      assertThat(stub.requests()).isEqualTo(1);
    }
  }

  @Test
  void noticesABodyThatBreaksOff() throws IOException {
    try (StubS3 stub = StubS3.truncating()) {
      IngestFailedException failure = failureOf(stub);

      assertThat(failure.failure().reason()).isEqualTo(Reason.SOURCE_BROKEN);
      assertThat(failure.mayPass()).isTrue();
    }
  }

  @Test
  void givesUpABodyThatPausesForTooLong() throws IOException {
    try (StubS3 stub = StubS3.stalling();
        S3Fetcher impatient = fetcher(stub.connection(), "b", Duration.ofMillis(300))) {
      IngestFailedException failure = failureOf(impatient, URI.create("s3://b/k"));

      assertThat(failure.failure().reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(failure.mayPass()).isTrue();
    }
  }

  @Test
  void givesUpABodyThatNeverEnds() throws IOException {
    try (StubS3 stub = StubS3.dripping();
        S3Fetcher impatient =
            new S3Fetcher(
                new AllowedBuckets(List.of("b")),
                stub.connection(),
                READ,
                READ,
                Duration.ofSeconds(1))) {
      IngestFailedException failure = failureOf(impatient, URI.create("s3://b/k"));

      assertThat(failure.failure().reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(failure).hasMessageContaining("not complete in time");
    }
  }

  private IngestFailedException failureOf(StubS3 stub) {
    try (S3Fetcher stubbed = fetcher(stub.connection(), "b", READ)) {
      return failureOf(stubbed, URI.create("s3://b/k"));
    }
  }

  private IngestFailedException failureOf(S3Fetcher asked, URI uri) {
    return catchThrowableOfType(
        IngestFailedException.class, () -> asked.fetch(new SourceTarget(uri, Map.of()), body));
  }

  private static S3Fetcher fetcher(S3Connection connection, String allowed, Duration read) {
    return new S3Fetcher(
        new AllowedBuckets(List.of(allowed)), connection, READ, read, Duration.ofSeconds(40));
  }

  private static URI put(String bucket, String key, byte[] bytes) {
    S3.client().putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    return URI.create("s3://" + bucket + "/" + key.replaceAll("[^a-z/]", ""));
  }
}
