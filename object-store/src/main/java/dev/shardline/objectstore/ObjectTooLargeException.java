package dev.shardline.objectstore;

/** A body wrote more bytes than the put accepts. */
public final class ObjectTooLargeException extends ObjectStoreException {

  private static final long serialVersionUID = 1L;

  private final long maxBytes;

  /**
   * @param maxBytes what would have been accepted
   */
  public ObjectTooLargeException(long maxBytes) {
    super("the object is larger than " + maxBytes + " bytes", null);
    this.maxBytes = maxBytes;
  }

  /** What would have been accepted, in bytes. */
  public long maxBytes() {
    return maxBytes;
  }
}
