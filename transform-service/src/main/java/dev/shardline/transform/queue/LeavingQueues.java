package dev.shardline.transform.queue;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Queues that a slot no longer takes from, and still is a member of for some seconds. A member that
 * leaves at the moment when another joins makes the group wait for heartbeats, and the slot with
 * it: up to 9 s were measured. One that leaves later disturbs nobody. Confined to one thread.
 */
final class LeavingQueues implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(LeavingQueues.class.getName());

  private static final Duration LEAVE_AFTER = Duration.ofSeconds(3);

  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();

  /** Leaves it after a while; nobody else uses it from now on. */
  void add(ShardQueue queue) {
    threads.removeIf(thread -> !thread.isAlive());
    threads.add(Thread.ofVirtual().start(() -> leave(queue)));
  }

  /** Leaves all that are left. */
  @Override
  public void close() {
    end.countDown();
    boolean interrupted = false;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void leave(ShardQueue queue) {
    try (queue) {
      var _ = end.await(LEAVE_AFTER.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A queue that is no longer used did not close: " + e);
    }
  }
}
