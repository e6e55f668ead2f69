package dev.shardline.objectstore.s3;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What an error that S3 answered with means. */
final class AnswerProblem {

  private AnswerProblem() {}

  static S3Problem of(S3Exception answer) {
    if (answer instanceof NoSuchBucketException || code(answer).equals("NoSuchBucket")) {
      return S3Problem.NO_BUCKET;
    }
    if (answer.isThrottlingException()) {
      return S3Problem.THROTTLED;
    }
    return switch (code(answer)) {
      case "PermanentRedirect", "TemporaryRedirect", "AuthorizationHeaderMalformed" ->
          S3Problem.WRONG_REGION;
      case "ExpiredToken", "InvalidToken", "InvalidAccessKeyId", "SignatureDoesNotMatch" ->
          S3Problem.DENIED;
      // A client of another speed than S3 can wait for, and bytes that were damaged on their way.
      case "RequestTimeout", "BadDigest", "XAmzContentChecksumMismatch", "OperationAborted" ->
          S3Problem.BROKEN_OFF;
      // Another conditional put of the key was under way: which of them won shows the next attempt.
      case "ConditionalRequestConflict" -> S3Problem.BROKEN_OFF;
      default -> ofStatus(answer.statusCode());
    };
  }

  /** S3's code, status and request id, for whoever asks AWS about it. */
  static String said(S3Exception answer) {
    String request = answer.requestId() == null ? "" : ", request " + answer.requestId();
    return " (%s, status %d%s)"
        .formatted(code(answer).isEmpty() ? "no code" : code(answer), answer.statusCode(), request);
  }

  private static S3Problem ofStatus(int status) {
    return switch (status) {
      case 301, 307 -> S3Problem.WRONG_REGION;
      case 304 -> S3Problem.UNCHANGED;
      case 401, 403 -> S3Problem.DENIED;
      case 404 -> S3Problem.NO_OBJECT;
      case 412 -> S3Problem.EXISTS;
      case 429, 503 -> S3Problem.THROTTLED;
      default -> status >= 500 ? S3Problem.UNAVAILABLE : S3Problem.REFUSED;
    };
  }

  private static String code(S3Exception answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : details.errorCode();
  }
}
