package dev.shardline.objectstore.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shardline.broker.LoopbackPorts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

@Timeout(60)
class S3AccessTest {

  private static final S3Patience PATIENCE =
      new S3Patience(Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofSeconds(30), 1);

  @BeforeEach
  void giveCredentials() {
    TestS3.giveCredentials();
  }

  @ParameterizedTest
  @CsvSource({
    "404, NoSuchKey, NO_OBJECT, there is no such object in bucket b",
    "404, NoSuchBucket, NO_BUCKET, there is no bucket b: create it",
    "403, AccessDenied, DENIED, S3 denies access to bucket b: check the credentials",
    "403, InvalidAccessKeyId, DENIED, S3 denies access to bucket b: check the credentials",
    "403, SignatureDoesNotMatch, DENIED, S3 denies access to bucket b: check the credentials",
    "400, ExpiredToken, DENIED, S3 denies access to bucket b: check the credentials",
    "301, PermanentRedirect, WRONG_REGION, the region for bucket b is wrong",
    "400, AuthorizationHeaderMalformed, WRONG_REGION, the region for bucket b is wrong",
    "400, InvalidRequest, REFUSED, S3 refuses a request to bucket b",
    "503, SlowDown, THROTTLED, S3 asks for fewer requests to bucket b",
    "429, TooManyRequests, THROTTLED, S3 asks for fewer requests to bucket b",
    "500, InternalError, UNAVAILABLE, S3 fails for bucket b",
    "400, RequestTimeout, BROKEN_OFF, the connection to S3 at",
  })
  void tellsApartWhatS3Answers(int status, String code, S3Problem problem, String message)
      throws IOException {
    try (StubS3 s3 = StubS3.failing(status, code)) {
      S3FailedException failure = failure(s3.connection());

      assertThat(failure.problem()).isEqualTo(problem);
      assertThat(failure).hasMessageContaining(message);
      if (problem != S3Problem.BROKEN_OFF) {
        assertThat(failure)
            .hasMessageContaining("(%s, status %d, request R1)".formatted(code, status));
      }
      assertThat(stackTrace(failure)).doesNotContain(TestS3.SECRET_KEY);
    }
  }

  @Test
  void triesAgainWhatMayPassAsOftenAsAllowed() throws IOException {
    S3Patience thrice =
        new S3Patience(Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofSeconds(30), 3);
    try (StubS3 s3 = StubS3.failing(500, "InternalError");
        S3Access access = new S3Access(s3.connection(), thrice)) {
      assertThatThrownBy(() -> open(access)).isInstanceOf(S3FailedException.class);
      assertThat(s3.requests()).isEqualTo(3);
    }
  }

  @Test
  void namesTheEndpointThatCannotBeReached() {
    URI nobody = URI.create("http://127.0.0.1:" + LoopbackPorts.free());
    S3FailedException failure =
        failure(new S3Connection(Optional.empty(), Optional.of(nobody), true));

    assertThat(failure.problem()).isEqualTo(S3Problem.UNREACHABLE);
    assertThat(failure)
        .hasMessage("cannot connect to S3 at " + nobody + ": check endpoint and network");
  }

  @Test
  void saysHowToGiveCredentialsWhereThereAreNone() throws IOException {
    assumeTrue(System.getenv("AWS_ACCESS_KEY_ID") == null, "the environment has credentials");
    assumeTrue(
        Files.notExists(Path.of(System.getProperty("user.home"), ".aws")), "there is a profile");
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    System.setProperty("aws.disableEc2Metadata", "true");
    try (StubS3 s3 = StubS3.silent()) {
      S3FailedException failure = failure(s3.connection());

      assertThat(failure.problem()).isEqualTo(S3Problem.NO_CREDENTIALS);
      assertThat(failure).hasMessageContaining("set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
      assertThat(s3.requests()).isZero();
    } finally {
      System.clearProperty("aws.disableEc2Metadata");
    }
  }

  @Test
  void saysThatARegionIsNeededWhereThereIsNone() {
    assumeTrue(System.getenv("AWS_REGION") == null, "the environment has a region");
    assumeTrue(
        Files.notExists(Path.of(System.getProperty("user.home"), ".aws")), "there is a profile");
    System.setProperty("aws.disableEc2Metadata", "true");
    try {
      S3FailedException failure =
          failure(new S3Connection(Optional.empty(), Optional.empty(), false));

      assertThat(failure.problem()).isEqualTo(S3Problem.WRONG_REGION);
      assertThat(failure).hasMessageContaining("set it, or AWS_REGION");
    } finally {
      System.clearProperty("aws.disableEc2Metadata");
    }
  }

  @Test
  void noticesAnObjectThatBreaksOff() throws Exception {
    try (StubS3 s3 = StubS3.truncating();
        S3Access access = new S3Access(s3.connection(), PATIENCE);
        S3Body body = open(access)) {
      S3FailedException failure = catchThrowableOfType(S3FailedException.class, body::readAllBytes);

      assertThat(failure.problem()).isEqualTo(S3Problem.BROKEN_OFF);
    }
  }

  @Test
  void givesUpAnObjectThatPausesForTooLong() throws Exception {
    S3Patience impatient =
        new S3Patience(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(30), 1);
    try (StubS3 s3 = StubS3.stalling();
        S3Access access = new S3Access(s3.connection(), impatient);
        S3Body body = open(access)) {
      S3FailedException failure = catchThrowableOfType(S3FailedException.class, body::readAllBytes);

      assertThat(failure.problem()).isEqualTo(S3Problem.TIMEOUT);
    }
  }

  @Test
  void givesUpACallThatTakesTooLong() throws IOException {
    S3Patience impatient =
        new S3Patience(Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMillis(300), 1);
    try (StubS3 s3 = StubS3.silent();
        S3Access access = new S3Access(s3.connection(), impatient)) {
      S3FailedException failure = catchThrowableOfType(S3FailedException.class, () -> open(access));

      assertThat(failure.problem()).isEqualTo(S3Problem.TIMEOUT);
    }
  }

  @Test
  void endsACallThatWaitsForAnAnswerWhenInterrupted() throws Exception {
    try (StubS3 s3 = StubS3.silent();
        S3Access access = new S3Access(s3.connection(), PATIENCE)) {
      interruptOnceAsked(s3);

      assertThatThrownBy(() -> open(access)).isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void endsAReadThatWaitsForBytesWhenInterrupted() throws Exception {
    try (StubS3 s3 = StubS3.stalling();
        S3Access access = new S3Access(s3.connection(), PATIENCE);
        S3Body body = open(access)) {
      assertThat(new String(body.readNBytes(3), UTF_8)).isEqualTo("abc");
      interruptOnceAsked(s3);

      assertThatThrownBy(body::read).isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static void interruptOnceAsked(StubS3 s3) {
    Thread reader = Thread.currentThread();
    Thread.ofVirtual()
        .start(() -> {
          while (s3.requests() == 0 || reader.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
          }
          reader.interrupt();
        });
  }

  private static S3FailedException failure(S3Connection connection) {
    try (S3Access access = new S3Access(connection, PATIENCE)) {
      return catchThrowableOfType(S3FailedException.class, () -> open(access));
    }
  }

  private static S3Body open(S3Access access) throws S3FailedException, InterruptedException {
    return access.open(GetObjectRequest.builder().bucket("b").key("k").build());
  }

  private static String stackTrace(Throwable failure) {
    java.io.StringWriter text = new java.io.StringWriter();
    failure.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }
}
