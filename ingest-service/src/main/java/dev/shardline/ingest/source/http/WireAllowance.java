package dev.shardline.ingest.source.http;

import java.io.IOException;

/**
 * How much a thread may read from a socket until a piece of a body comes of it. A server that sends
 * headers, the sizes of chunks or empty blocks of compressed data without an end would otherwise
 * fill the memory, or go on until the time is over. HTTP/2 has limits of its own, and its
 * connections are read by threads that have no allowance.
 */
final class WireAllowance {

  /** Far above all headers that are of use, and below what a small heap can bear. */
  private static final long BYTES = 1024 * 1024;

  private static final ThreadLocal<WireAllowance> OF_THREAD = new ThreadLocal<>();

  private long spent;

  private WireAllowance() {}

  /** The thread reads from now on, with a fresh allowance. */
  static void begin() {
    OF_THREAD.set(new WireAllowance());
  }

  /** The thread reads no longer. */
  static void end() {
    OF_THREAD.remove();
  }

  /** So much came of what was read: the allowance is fresh again. */
  static void delivered() {
    WireAllowance allowance = OF_THREAD.get();
    if (allowance != null) {
      allowance.spent = 0;
    }
  }

  /**
   * So much was read.
   *
   * @throws TooMuchFramingException if that is more than was allowed
   */
  static void spend(int bytes) throws IOException {
    WireAllowance allowance = OF_THREAD.get();
    if (allowance != null) {
      allowance.spent += bytes;
      if (allowance.spent > BYTES) {
        throw new TooMuchFramingException(BYTES);
      }
    }
  }
}
