package dev.shardline.objectstore;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** The part of an object that is being gathered. It takes the memory of what it holds. */
final class PartBuffer {

  private static final int INITIAL_BYTES = 64 * 1024;

  private final int capacity;
  private byte[] bytes;
  private int size;

  /**
   * @param capacity how much it can hold, in bytes
   */
  PartBuffer(int capacity) {
    this.capacity = capacity;
    this.bytes = new byte[Math.min(INITIAL_BYTES, capacity)];
  }

  /** Takes as many bytes as there is room for, and says how many. */
  int add(byte[] source, int offset, int length) {
    int count = Math.min(length, capacity - size);
    if (size + count > bytes.length) {
      long doubled = Math.max(2L * bytes.length, size + count);
      bytes = Arrays.copyOf(bytes, (int) Math.min(doubled, capacity));
    }
    System.arraycopy(source, offset, bytes, size, count);
    size += count;
    return count;
  }

  boolean isFull() {
    return size == capacity;
  }

  long size() {
    return size;
  }

  /** Forgets what it holds, and keeps the memory. */
  void clear() {
    size = 0;
  }

  /** What it holds, from the first byte; valid until the next change. */
  InputStream content() {
    return new ByteArrayInputStream(bytes, 0, size);
  }
}
