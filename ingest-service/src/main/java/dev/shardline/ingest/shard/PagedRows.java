package dev.shardline.ingest.shard;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The rows of a body that consists of pages, each of which is a body of its own. */
final class PagedRows implements RowReader {

  /** Reads the rows of one page. */
  @FunctionalInterface
  interface PageReader {

    /** Opens a reader, which closes the page. */
    RowReader open(InputStream page) throws IOException;
  }

  private final InputStream body;
  private final Queue<Long> pages;
  private final PageReader reader;
  private @Nullable RowReader current;

  /**
   * Rows of pages.
   *
   * @param body closed with this reader
   * @param pages their sizes, in bytes, in order
   */
  PagedRows(InputStream body, Collection<Long> pages, PageReader reader) {
    this.body = body;
    this.pages = new ArrayDeque<>(pages);
    this.reader = reader;
  }

  @Override
  public @Nullable Row next() throws IOException {
    while (true) {
      if (current == null) {
        Long size = pages.poll();
        if (size == null) {
          return null;
        }
        current = reader.open(new Page(body, size));
      }
      Row row = current.next();
      if (row != null) {
        return row;
      }
      current.close();
      current = null;
    }
  }

  @Override
  public void close() throws IOException {
    body.close();
  }

  /** So many bytes of the body; closing it goes to their end, and not further. */
  private static final class Page extends FilterInputStream {

    private long left;

    Page(InputStream body, long size) {
      super(body);
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      int octet = left == 0 ? -1 : super.read();
      left -= octet < 0 ? 0 : 1;
      return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int wanted = (int) Math.min(length, left);
      int count = wanted == 0 && length > 0 ? -1 : super.read(buffer, offset, wanted);
      left -= Math.max(0, count);
      return count;
    }

    @Override
    public void close() throws IOException {
      in.skipNBytes(left);
      left = 0;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
