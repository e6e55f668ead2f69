package dev.shardline.objectstore.s3;

/** What a call failed of. */
public enum S3Problem {
  /** The object has not changed since the validators of the request. */
  UNCHANGED(false),
  /** There is an object of that key, and there was to be none. */
  EXISTS(false),
  /** There is no object of that key. */
  NO_OBJECT(false),
  /** There is no bucket of that name. */
  NO_BUCKET(false),
  /** No credentials were found. */
  NO_CREDENTIALS(false),
  /** The credentials are not accepted, or may not do this. */
  DENIED(false),
  /** No region was found, or the bucket is in another one. */
  WRONG_REGION(false),
  /** S3 refuses the request for another reason, which will last. */
  REFUSED(false),
  /** S3 asks for fewer requests. */
  THROTTLED(true),
  /** S3 fails by its own account. */
  UNAVAILABLE(true),
  /** Nothing answers at the address. */
  UNREACHABLE(true),
  /** No answer came in time. */
  TIMEOUT(true),
  /** The connection broke off, or what came was damaged. */
  BROKEN_OFF(true);

  private final boolean mayPass;

  S3Problem(boolean mayPass) {
    this.mayPass = mayPass;
  }

  /** Whether a further attempt may succeed. */
  public boolean mayPass() {
    return mayPass;
  }
}
