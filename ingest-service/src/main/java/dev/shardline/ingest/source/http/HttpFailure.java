package dev.shardline.ingest.source.http;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.address.ForbiddenAddressException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a fetch over HTTP failed of, and whether that may pass. */
final class HttpFailure {

  private HttpFailure() {}

  /** A status other than success: what a server says of its load and of those behind it passes. */
  static IngestFailedException ofStatus(HttpExchange exchange) {
    String message =
        "uri: %s answered with status %d, expected 200 to 299"
            .formatted(exchange.target().origin(), exchange.status());
    return switch (exchange.status()) {
      case 429, 502, 503, 504 ->
          IngestFailedException.passing(
              Reason.HTTP_STATUS, message, RetryAfter.in(exchange.headers(), Instant.now()));
      case 401, 403 ->
          new IngestFailedException(
              Reason.HTTP_STATUS, message + "; check the secrets that headers names");
      default -> new IngestFailedException(Reason.HTTP_STATUS, message);
    };
  }

  /**
   * No response.
   *
   * @param connected whether there was a connection
   * @throws InterruptedIOException instead, if the thread was interrupted
   */
  static IngestFailedException ofRequest(HttpTarget target, IOException e, boolean connected)
      throws InterruptedIOException {
    requireNotInterrupted();
    if (e instanceof IngestFailedException failed) {
      return failed;
    }
    String origin = target.origin();
    Optional<Throwable> forbidden = find(e, ForbiddenAddressException.class::isInstance);
    if (forbidden.isPresent()) {
      return new IngestFailedException(
          Reason.FORBIDDEN_ADDRESS,
          "uri: %s is not asked: %s".formatted(origin, forbidden.get().getMessage()),
          e);
    }
    if (e instanceof SSLException) {
      return ofTls(target, e);
    }
    if (!connected) {
      return IngestFailedException.passing(
          Reason.UNREACHABLE, "uri: cannot connect to %s: %s".formatted(origin, brief(e)), e);
    }
    if (e instanceof InterruptedIOException) {
      return IngestFailedException.passing(
          Reason.TIMEOUT, "uri: %s did not answer in time".formatted(origin), e);
    }
    if (areHeadersTooLarge(e)) {
      return new IngestFailedException(
          Reason.HEADERS_TOO_LARGE,
          "uri: the headers from %s are larger than any response needs".formatted(origin),
          e);
    }
    String message = "uri: %s broke off: %s".formatted(origin, brief(e));
    return e instanceof ProtocolException
        ? new IngestFailedException(Reason.SOURCE_BROKEN, message, e)
        : IngestFailedException.passing(Reason.SOURCE_BROKEN, message, e);
  }

  /**
   * A body that is not complete.
   *
   * @throws InterruptedIOException instead, if the thread was interrupted
   */
  static IngestFailedException ofBody(HttpTarget target, IOException e, Deadline deadline)
      throws InterruptedIOException {
    requireNotInterrupted();
    String origin = target.origin();
    if (e instanceof InterruptedIOException) {
      return IngestFailedException.passing(
          Reason.TIMEOUT,
          "uri: the body from %s %s"
              .formatted(
                  origin,
                  deadline.left().isZero()
                      ? "was not complete in time (ingest.http.total-timeout)"
                      : "stopped for too long (ingest.http.read-timeout)"),
          e);
    }
    if (find(e, TooMuchFramingException.class::isInstance).isPresent() || areHeadersTooLarge(e)) {
      return new IngestFailedException(
          Reason.SOURCE_BROKEN, "uri: %s sends no body: %s".formatted(origin, brief(e)), e);
    }
    String message = String.valueOf(e.getMessage());
    if (message.startsWith("CRC") || message.startsWith("ISIZE")) {
      return IngestFailedException.passing(
          Reason.CORRUPT_BODY,
          "uri: the body from %s does not match its own checksum".formatted(origin),
          e);
    }
    if (e instanceof ProtocolException && !message.contains("unexpected end of stream")) {
      return new IngestFailedException(
          Reason.SOURCE_BROKEN, "uri: %s broke off: %s".formatted(origin, brief(e)), e);
    }
    return IngestFailedException.passing(
        Reason.TRUNCATED_BODY,
        "uri: the body from %s is not complete: %s".formatted(origin, brief(e)),
        e);
  }

  /** A server that is not the one it should be will be so again. */
  private static IngestFailedException ofTls(HttpTarget target, IOException e) {
    Optional<Throwable> untrusted =
        find(
            e,
            one ->
                one instanceof CertificateException || one instanceof SSLPeerUnverifiedException);
    return untrusted.isPresent()
        ? new IngestFailedException(
            Reason.TLS_FAILED,
            "uri: %s does not prove that it is %s: %s"
                .formatted(target.origin(), target.url().host(), brief(untrusted.get())),
            e)
        : IngestFailedException.passing(
            Reason.TLS_FAILED,
            "uri: no secure connection to %s: %s".formatted(target.origin(), brief(e)),
            e);
  }

  private static boolean areHeadersTooLarge(IOException e) {
    return find(e, TooMuchFramingException.class::isInstance).isPresent()
        || find(e, one -> String.valueOf(one.getMessage()).contains("not found: limit="))
            .isPresent()
        || find(e, one -> String.valueOf(one.getMessage()).contains("header byte count limit"))
            .isPresent();
  }

  private static Optional<Throwable> find(Throwable failure, Predicate<Throwable> wanted) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (wanted.test(one)) {
        return Optional.of(one);
      }
      for (Throwable suppressed : one.getSuppressed()) {
        Optional<Throwable> found = find(suppressed, wanted);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** The first line, without what it quotes of the server's answer beyond a sentence. */
  private static String brief(Throwable e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return message.length() <= 200 ? message : message.substring(0, 200) + "...";
  }

  private static void requireNotInterrupted() throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("stopped while fetching");
    }
  }
}
