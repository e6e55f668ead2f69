package dev.shardline.transform.attempt;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Who is computed at the same time in this process: usually as many shards as there are slots, but
 * one alone when a death of the process has to be told whose it was. Fair, so that the one that has
 * to be alone waits only for what runs. Thread-safe.
 */
public final class Isolation {

  private final boolean always;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

  /**
   * The floor of a process.
   *
   * @param slots how many shards it computes at a time; with one slot each is alone anyway
   */
  public Isolation(int slots) {
    this.always = slots == 1;
  }

  /** A place for one shard, which it is still to enter. */
  public Stay stay() {
    return new Stay();
  }

  /**
   * Waits while a shard is alone or waits to be.
   *
   * @return whether that came to an end in time
   * @throws InterruptedException if the thread is interrupted
   */
  public boolean awaitTogether(Duration atMost) throws InterruptedException {
    if (always) {
      return true;
    }
    if (!lock.readLock().tryLock(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      return false;
    }
    lock.readLock().unlock();
    return true;
  }

  /** A shard's presence. Confined to its thread. */
  public final class Stay implements AutoCloseable {

    private @Nullable Lock half;

    private Stay() {}

    /**
     * Waits until the shard may be computed.
     *
     * @param alone whether nothing else may be meanwhile
     * @throws InterruptedException if the thread is interrupted
     */
    public void enter(boolean alone) throws InterruptedException {
      if (!always) {
        Lock wanted = alone ? lock.writeLock() : lock.readLock();
        wanted.lockInterruptibly();
        half = wanted;
      }
    }

    /** Whether nothing else is computed meanwhile. */
    public boolean isAlone() {
      return always || lock.isWriteLockedByCurrentThread();
    }

    /** Ends it, if it has begun. */
    @Override
    public void close() {
      if (half != null) {
        half.unlock();
        half = null;
      }
    }
  }
}
