package dev.shardline.objectstore.s3;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A call to S3 failed. The message says what to do, and names bucket, endpoint, S3's error code and
 * request id: neither keys nor credentials.
 */
public final class S3FailedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final S3Problem problem;

  private S3FailedException(S3Problem problem, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  /** What it failed of. */
  public S3Problem problem() {
    return problem;
  }

  static S3FailedException of(String bucket, S3Connection connection, Throwable failure) {
    if (failure instanceof S3FailedException known) {
      return known;
    }
    S3Problem problem =
        failure instanceof S3Exception answer
            ? AnswerProblem.of(answer)
            : ClientProblem.of(failure);
    return new S3FailedException(problem, text(problem, bucket, connection, failure), failure);
  }

  static S3FailedException brokenOff(String bucket, IOException cause) {
    return new S3FailedException(
        S3Problem.BROKEN_OFF,
        "S3 broke off an object of bucket %s: %s".formatted(bucket, cause.getMessage()),
        cause);
  }

  private static String text(
      S3Problem problem, String bucket, S3Connection connection, Throwable failure) {
    String said = failure instanceof S3Exception answer ? AnswerProblem.said(answer) : "";
    return switch (problem) {
      case UNCHANGED -> "the object has not changed";
      case EXISTS -> "there is such an object in bucket %s%s".formatted(bucket, said);
      case NO_OBJECT -> "there is no such object in bucket %s%s".formatted(bucket, said);
      case NO_BUCKET ->
          "there is no bucket %s: create it, or correct its name%s".formatted(bucket, said);
      case NO_CREDENTIALS ->
          "no credentials for S3 were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
              + " give the machine or pod a role";
      case DENIED ->
          "S3 denies access to bucket %s: check the credentials and what they may do there%s"
              .formatted(bucket, said);
      case WRONG_REGION ->
          "the region for bucket %s is wrong or not known: set it, or AWS_REGION%s"
              .formatted(bucket, said);
      case REFUSED -> "S3 refuses a request to bucket %s%s".formatted(bucket, said);
      case THROTTLED -> "S3 asks for fewer requests to bucket %s%s".formatted(bucket, said);
      case UNAVAILABLE -> "S3 fails for bucket %s%s".formatted(bucket, said);
      case UNREACHABLE ->
          "cannot connect to %s: check endpoint and network".formatted(address(connection));
      case TIMEOUT -> "%s did not answer in time".formatted(address(connection));
      case BROKEN_OFF ->
          "the connection to %s broke off: %s".formatted(address(connection), root(failure));
    };
  }

  private static String address(S3Connection connection) {
    return connection.endpoint().map(uri -> "S3 at " + uri).orElse("S3");
  }

  private static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }
}
