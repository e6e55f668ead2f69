package dev.shardline.transform.computation;

/**
 * The heap that computations share. What one reserves, others wait for; so shards that fit singly
 * cannot exhaust the heap together. Thread-safe, and fair to nobody: a large reservation may wait
 * behind small ones that come later.
 */
public final class MemoryBudget {

  private final long total;
  private long free;

  /**
   * A budget, all of it free.
   *
   * @param total bytes
   */
  public MemoryBudget(long total) {
    this.total = total;
    this.free = total;
  }

  /** How much there is, in bytes. */
  public long total() {
    return total;
  }

  /**
   * Waits until so much is free, and takes it.
   *
   * @param bytes 0 to {@link #total()}
   * @return closing it gives the bytes back
   * @throws IllegalArgumentException if there will never be so much
   */
  public Reservation reserve(long bytes) throws InterruptedException {
    take(bytes);
    return new Reservation(bytes);
  }

  private synchronized void take(long bytes) throws InterruptedException {
    if (bytes > total) {
      throw new IllegalArgumentException(bytes + " bytes of a budget of " + total);
    }
    while (free < bytes) {
      wait();
    }
    free -= bytes;
  }

  private synchronized void giveBack(long bytes) {
    free += bytes;
    notifyAll();
  }

  /** A part of the budget that is in use. Not thread-safe. */
  public final class Reservation implements AutoCloseable {

    private long bytes;

    private Reservation(long bytes) {
      this.bytes = bytes;
    }

    /**
     * Waits until it can be so much, if it is less. What there is of it is given back meanwhile:
     * two that grew, each waiting for the other's part, would wait for ever.
     *
     * @param enough bytes, 0 to {@link #total()}
     * @throws IllegalArgumentException if there will never be so much
     */
    public void growTo(long enough) throws InterruptedException {
      if (bytes < enough) {
        close();
        take(enough);
        bytes = enough;
      }
    }

    /** Gives it back; a second time does nothing. */
    @Override
    public void close() {
      giveBack(bytes);
      bytes = 0;
    }
  }
}
