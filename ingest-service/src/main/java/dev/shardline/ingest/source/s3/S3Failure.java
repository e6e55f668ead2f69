package dev.shardline.ingest.source.s3;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.objectstore.s3.S3FailedException;
import dev.shardline.objectstore.s3.S3Problem;

/** What a fetch from S3 failed of, and whether that may pass. */
final class S3Failure {

  private S3Failure() {}

  static IngestFailedException of(S3FailedException e) {
    Reason reason = reason(e.problem());
    String message = "uri: " + e.getMessage();
    return e.problem().mayPass()
        ? IngestFailedException.passing(reason, message, e)
        : new IngestFailedException(reason, message, e);
  }

  private static Reason reason(S3Problem problem) {
    return switch (problem) {
      case NO_OBJECT, NO_BUCKET -> Reason.SOURCE_NOT_FOUND;
      case NO_CREDENTIALS, DENIED -> Reason.ACCESS_DENIED;
      case THROTTLED -> Reason.THROTTLED;
      case UNREACHABLE -> Reason.UNREACHABLE;
      case TIMEOUT -> Reason.TIMEOUT;
      case UNCHANGED, EXISTS, WRONG_REGION, REFUSED, UNAVAILABLE, BROKEN_OFF ->
          Reason.SOURCE_BROKEN;
    };
  }
}
