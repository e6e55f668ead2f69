package dev.shardline.cli.stack;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What has to be undone at the end, the last first. May be closed by another thread while things
 * are still being opened: nothing is opened from then on, and nothing that was opened is missed.
 * Thread-safe.
 */
public final class ClosingStack implements AutoCloseable {

  private record Entry(String ending, Closing closing) {}

  /** How something is closed, without a checked exception. */
  private interface Closing extends AutoCloseable {
    @Override
    void close();
  }

  private final StepListener listener;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Object closingLock = new Object();
  private boolean closed;

  /**
   * @param listener hears what was closed, where it has a name
   */
  public ClosingStack(StepListener listener) {
    this.listener = listener;
  }

  /**
   * Opens something and owns it from its first moment.
   *
   * @param ending what is told when it is closed; empty if nothing
   * @param opening opens it; quick, because closing waits for it
   * @throws CancellationException if closing has begun
   */
  public synchronized <T extends AutoCloseable> T own(String ending, Supplier<T> opening) {
    if (closed) {
      throw new CancellationException("the stack is being stopped");
    }
    T opened = opening.get();
    entries.push(new Entry(ending, () -> closeUnchecked(opened)));
    return opened;
  }

  /** Whether closing has begun. */
  public synchronized boolean isClosing() {
    return closed;
  }

  /**
   * Closes everything, the last first, and returns when that is done, whichever thread does it.
   * What fails to close keeps nothing else open.
   */
  @Override
  public void close() {
    synchronized (closingLock) {
      @Nullable RuntimeException failure = null;
      for (@Nullable Entry entry = next(); entry != null; entry = next()) {
        long start = System.nanoTime();
        try {
          entry.closing().close();
          if (!entry.ending().isEmpty()) {
            listener.done(entry.ending(), Duration.ofNanos(System.nanoTime() - start));
          }
        } catch (RuntimeException e) {
          if (failure == null) {
            failure = e;
          } else {
            failure.addSuppressed(e);
          }
        }
      }
      if (failure != null) {
        throw failure;
      }
    }
  }

  private synchronized @Nullable Entry next() {
    closed = true;
    return entries.poll();
  }

  private static void closeUnchecked(AutoCloseable opened) {
    try {
      opened.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new StackException("cannot close " + opened, e);
    }
  }
}
