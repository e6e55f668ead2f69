package dev.shardline.objectstore.s3;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object's bytes as they come. A read fails with {@link S3FailedException} if they break off
 * before the length that S3 has announced, or do not match the checksum that it keeps; with {@link
 * InterruptedIOException} if the thread is interrupted, which stays set. For one thread at a time.
 */
public final class S3Body extends InputStream {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final S3Access access;
  private final String bucket;
  private final ResponseInputStream<GetObjectResponse> stream;
  private final @Nullable Long length;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int filled;
  private long received;
  private boolean ended;

  S3Body(S3Access access, String bucket, ResponseInputStream<GetObjectResponse> stream) {
    this.access = access;
    this.bucket = bucket;
    this.stream = stream;
    this.length = stream.response().contentLength();
  }

  /** What S3 says of the object. */
  public GetObjectResponse response() {
    return stream.response();
  }

  @Override
  public int read() throws IOException {
    return fill() ? buffer[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int size) throws IOException {
    Objects.checkFromIndexSize(offset, size, target.length);
    if (size == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(size, filled - at);
    System.arraycopy(buffer, at, target, offset, count);
    at += count;
    return count;
  }

  /** Drops the connection unless all was read: the rest of a large object is worth more than it. */
  @Override
  public void close() throws IOException {
    if (ended) {
      stream.close();
    } else {
      stream.abort();
    }
  }

  /** Whether there is a byte in the buffer. */
  private boolean fill() throws IOException {
    if (at == filled && !ended) {
      int count = receive();
      at = 0;
      filled = Math.max(0, count);
      received += filled;
      ended = count < 0;
      if (ended && length != null && received < length) {
        throw S3FailedException.brokenOff(
            bucket, new EOFException("%d of %d bytes".formatted(received, length)));
      }
    }
    return at < filled;
  }

  private int receive() throws IOException {
    try {
      return access.call(bucket, _ -> stream.read(buffer));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("stopped while reading from S3").initCause(e);
    }
  }
}
