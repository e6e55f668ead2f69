package dev.shardline.objectstore.s3;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What a failure without an answer of S3 means. */
final class ClientProblem {

  private ClientProblem() {}

  static S3Problem of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      S3Problem problem = ofOne(cause);
      if (problem != null) {
        return problem;
      }
    }
    return S3Problem.BROKEN_OFF;
  }

  private static @Nullable S3Problem ofOne(Throwable cause) {
    return switch (cause) {
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ -> S3Problem.TIMEOUT;
      case UnknownHostException _, ConnectException _, NoRouteToHostException _ ->
          S3Problem.UNREACHABLE;
      case SocketTimeoutException timeout ->
          text(timeout).startsWith("Connect") ? S3Problem.UNREACHABLE : S3Problem.TIMEOUT;
      // The SDK has no types for these two.
      case SdkClientException client when text(client).startsWith("Unable to load credentials") ->
          S3Problem.NO_CREDENTIALS;
      case SdkClientException client when text(client).startsWith("Unable to load region") ->
          S3Problem.WRONG_REGION;
      default -> null;
    };
  }

  private static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? "" : message;
  }
}
