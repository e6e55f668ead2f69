package dev.shardline.ingest.source.http;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.SourceTarget;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.time.Instant;

/** What a fetch over HTTP failed of, and whether that may pass. */
final class HttpFailure {

  private HttpFailure() {}

  /** A status other than success: what a server says of its load and of those behind it passes. */
  static IngestFailedException ofStatus(SourceTarget target, HttpResponse<?> response) {
    String message =
        "uri: %s answered with status %d, expected 200 to 299"
            .formatted(target.origin(), response.statusCode());
    return switch (response.statusCode()) {
      case 429, 502, 503, 504 ->
          IngestFailedException.passing(
              Reason.HTTP_STATUS, message, RetryAfter.in(response.headers(), Instant.now()));
      default -> new IngestFailedException(Reason.HTTP_STATUS, message);
    };
  }

  /** No response, or no complete one. */
  static IngestFailedException of(SourceTarget target, IOException e) {
    return switch (e) {
      case HttpConnectTimeoutException _, ConnectException _ ->
          IngestFailedException.passing(
              Reason.UNREACHABLE, "uri: cannot connect to %s".formatted(target.origin()), e);
      case HttpTimeoutException _ ->
          IngestFailedException.passing(
              Reason.TIMEOUT,
              "uri: %s did not answer in time: %s".formatted(target.origin(), e.getMessage()),
              e);
      default -> {
        String message = "uri: %s broke off: %s".formatted(target.origin(), e.getMessage());
        yield isLasting(e)
            ? new IngestFailedException(Reason.SOURCE_BROKEN, message, e)
            : IngestFailedException.passing(Reason.SOURCE_BROKEN, message, e);
      }
    };
  }

  /** A server that speaks no HTTP, or that is not the one it should be, will be so again. */
  private static boolean isLasting(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProtocolException || cause instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }
}
