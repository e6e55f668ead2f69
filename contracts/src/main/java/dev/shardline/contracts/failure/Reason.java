package dev.shardline.contracts.failure;

import java.util.regex.Pattern;

/**
 * Why work failed, as a code that programs can compare. The set is open: a newer service or a
 * team's own transformation may use codes that a reader does not know.
 *
 * @param code upper case letters, digits and underscores, at most 64
 */
public record Reason(String code) {

  // Above the constants: their constructor needs it while the class is initialised.
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  /** The record has no value. */
  public static final Reason EMPTY_RECORD = new Reason("EMPTY_RECORD");

  /** The record's value is not a JSON text in UTF-8. */
  public static final Reason NOT_JSON = new Reason("NOT_JSON");

  /** The record's value is JSON, but not an object. */
  public static final Reason NOT_AN_OBJECT = new Reason("NOT_AN_OBJECT");

  /** A field is missing, of the wrong type, or out of its range. */
  public static final Reason INVALID_FIELD = new Reason("INVALID_FIELD");

  /** No transformation of that name is installed. */
  public static final Reason UNKNOWN_TRANSFORM = new Reason("UNKNOWN_TRANSFORM");

  /** The number is above the configured maximum, or needs more memory than the worker has. */
  public static final Reason NUMBER_TOO_LARGE = new Reason("NUMBER_TOO_LARGE");

  /** The transformation itself failed. */
  public static final Reason TRANSFORM_FAILED = new Reason("TRANSFORM_FAILED");

  /** The shard was computed for as long as it may be, and had no value yet. */
  public static final Reason DEADLINE = new Reason("DEADLINE");

  /** The shard was tried as often as allowed, and its worker died each time. */
  public static final Reason ATTEMPTS_EXHAUSTED = new Reason("ATTEMPTS_EXHAUSTED");

  /** No adapter fetches URIs of that scheme. */
  public static final Reason UNSUPPORTED_SCHEME = new Reason("UNSUPPORTED_SCHEME");

  /** The source's host could not be found or connected to. */
  public static final Reason UNREACHABLE = new Reason("UNREACHABLE");

  /** The source did not answer in time. */
  public static final Reason TIMEOUT = new Reason("TIMEOUT");

  /** The source answered with an HTTP status other than success. */
  public static final Reason HTTP_STATUS = new Reason("HTTP_STATUS");

  /** The URI, or a redirect, leads to an address that the service does not connect to. */
  public static final Reason FORBIDDEN_ADDRESS = new Reason("FORBIDDEN_ADDRESS");

  /** The URI names a host that the service does not ask. */
  public static final Reason FORBIDDEN_HOST = new Reason("FORBIDDEN_HOST");

  /** The URI names a port that the service does not ask. */
  public static final Reason FORBIDDEN_PORT = new Reason("FORBIDDEN_PORT");

  /** The URI carries a user or a password. */
  public static final Reason CREDENTIALS_IN_URI = new Reason("CREDENTIALS_IN_URI");

  /** The source redirects too often, or to where it may not. */
  public static final Reason REDIRECT_REFUSED = new Reason("REDIRECT_REFUSED");

  /** The source has more pages than the request allows. */
  public static final Reason TOO_MANY_PAGES = new Reason("TOO_MANY_PAGES");

  /** The source's headers are larger than any response needs. */
  public static final Reason HEADERS_TOO_LARGE = new Reason("HEADERS_TOO_LARGE");

  /** There is no secure connection to the source, or it does not prove who it is. */
  public static final Reason TLS_FAILED = new Reason("TLS_FAILED");

  /** The source ended the body before its end. */
  public static final Reason TRUNCATED_BODY = new Reason("TRUNCATED_BODY");

  /** The body is not the one that the source says it sent. */
  public static final Reason CORRUPT_BODY = new Reason("CORRUPT_BODY");

  /** The source broke off, or did not keep to its protocol. */
  public static final Reason SOURCE_BROKEN = new Reason("SOURCE_BROKEN");

  /** The file does not exist or cannot be read. */
  public static final Reason FILE_UNREADABLE = new Reason("FILE_UNREADABLE");

  /** The source has no object of that name. */
  public static final Reason SOURCE_NOT_FOUND = new Reason("SOURCE_NOT_FOUND");

  /** The source denies access to the service. */
  public static final Reason ACCESS_DENIED = new Reason("ACCESS_DENIED");

  /** The source asks for fewer requests. */
  public static final Reason THROTTLED = new Reason("THROTTLED");

  /** The URI points to where the service may not read. */
  public static final Reason FORBIDDEN = new Reason("FORBIDDEN");

  /** The request names a secret that the service does not have. */
  public static final Reason UNKNOWN_SECRET = new Reason("UNKNOWN_SECRET");

  /** The body is larger than allowed. */
  public static final Reason BODY_TOO_LARGE = new Reason("BODY_TOO_LARGE");

  /** The body is not what the request's {@code shards.format} says. */
  public static final Reason INVALID_BODY = new Reason("INVALID_BODY");

  /** One row of a body cannot be read, or has no usable number in the requested field. */
  public static final Reason INVALID_ROW = new Reason("INVALID_ROW");

  /** A larger share of a body's rows than allowed is like that, so none became a shard. */
  public static final Reason TOO_MANY_BAD_ROWS = new Reason("TOO_MANY_BAD_ROWS");

  /** The object store could not keep or give back the body. */
  public static final Reason STORE_FAILED = new Reason("STORE_FAILED");

  /** The service failed in a way that it does not know; its log says more. */
  public static final Reason INTERNAL_ERROR = new Reason("INTERNAL_ERROR");

  /**
   * @throws IllegalArgumentException if the code has another form
   */
  public Reason {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("reason must match " + CODE.pattern() + ": " + code);
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
