package dev.shardline.ingest.shard;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream, in memory of at most the longest line allowed. Not thread-safe. The
 * readers of the JDK have no bound, so that one line could take all memory.
 */
final class BoundedLines implements Closeable {

  private static final int CHUNK = 64 * 1024;

  private final InputStream stream;
  private final int maxLength;
  private final byte[] chunk = new byte[CHUNK];
  private int position;
  private int limit;
  private byte[] line = new byte[1024];
  private int length;
  private boolean tooLong;
  private long number;

  /**
   * @param stream closed with these lines
   * @param maxLength the most bytes of a line, its line feed aside
   */
  BoundedLines(InputStream stream, int maxLength) {
    this.stream = stream;
    this.maxLength = maxLength;
  }

  /** Goes to the next line, a last one without line feed too; false if there is none. */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    boolean begun = false;
    boolean ended = false;
    while (!ended && (position < limit || fill())) {
      begun = true;
      int end = position;
      while (end < limit && chunk[end] != '\n') {
        end++;
      }
      append(end);
      ended = end < limit;
      position = ended ? end + 1 : end;
    }
    if (begun) {
      number++;
    }
    return begun;
  }

  /** The number of the current line, from 1. */
  long number() {
    return number;
  }

  /** Whether the current line is longer than allowed; then none of it is kept. */
  boolean tooLong() {
    return tooLong;
  }

  /** Holds the current line at its beginning, until the next. */
  byte[] bytes() {
    return line;
  }

  /** How many bytes the current line has, its line feed aside. */
  int length() {
    return length;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, stream.read(chunk));
    return limit > 0;
  }

  private void append(int end) {
    int added = end - position;
    if (tooLong || added > maxLength - length) {
      tooLong = true;
      length = 0;
      return;
    }
    if (added > line.length - length) {
      line = Arrays.copyOf(line, Math.min(maxLength, Math.max(2 * line.length, length + added)));
    }
    System.arraycopy(chunk, position, line, length, added);
    length += added;
  }
}
