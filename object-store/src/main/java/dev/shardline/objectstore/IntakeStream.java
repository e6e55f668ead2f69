package dev.shardline.objectstore;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a body writes into: counts, hashes and limits the bytes on their way to the store. Failures
 * of the store leave it as {@link ObjectStoreException}, so that they are not taken for the body's.
 */
final class IntakeStream extends OutputStream {

  private final OutputStream target;
  private final long maxBytes;
  private final Sha256 hash = new Sha256();
  private long bytes;
  private @Nullable ObjectStoreException failure;

  /**
   * @param target takes the bytes; closed by whoever opened it
   */
  IntakeStream(OutputStream target, long maxBytes) {
    this.target = target;
    this.maxBytes = maxBytes;
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) {
    throwIfFailed();
    if (length > maxBytes - bytes) {
      throw failed(new ObjectTooLargeException(maxBytes));
    }
    try {
      target.write(buffer, offset, length);
    } catch (IOException e) {
      throw failed(new ObjectStoreException("the object could not be written: " + e, e));
    } catch (ObjectStoreException e) {
      throw failed(e);
    }
    hash.update(buffer, offset, length);
    bytes += length;
  }

  /** Does nothing: what ends the object is the return of its body. */
  @Override
  public void close() {}

  /** Throws what a write threw before, in case the body went on in spite of it. */
  void throwIfFailed() {
    if (failure != null) {
      throw failure;
    }
  }

  long bytes() {
    return bytes;
  }

  /** The hash of what was written; called once, at the end. */
  String sha256() {
    return hash.hex();
  }

  private ObjectStoreException failed(ObjectStoreException e) {
    failure = e;
    return e;
  }
}
