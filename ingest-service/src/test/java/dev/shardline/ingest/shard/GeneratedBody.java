package dev.shardline.ingest.shard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.function.IntFunction;

/** A body that is made row by row while it is read, and never held. For one thread. */
final class GeneratedBody extends InputStream {

  private final int rows;
  private final IntFunction<String> row;
  private final String tail;
  private byte[] piece;
  private int position;
  private int made;
  private boolean ended;

  /**
   * @param row the text of a row, by its place from 0
   */
  GeneratedBody(String head, int rows, IntFunction<String> row, String tail) {
    this.piece = head.getBytes(UTF_8);
    this.rows = rows;
    this.row = row;
    this.tail = tail;
  }

  /** How many rows were asked for so far. */
  int made() {
    return made;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    int read = 0;
    while (read < length && hasMore()) {
      int count = Math.min(length - read, piece.length - position);
      System.arraycopy(piece, position, buffer, offset + read, count);
      position += count;
      read += count;
    }
    return read == 0 ? -1 : read;
  }

  private boolean hasMore() {
    while (position == piece.length && !ended) {
      ended = made == rows;
      piece = (ended ? tail : row.apply(made++)).getBytes(UTF_8);
      position = 0;
    }
    return position < piece.length;
  }
}
