package dev.shardline.transform.queue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The thread that computes for a slot, one turn after the other; another takes its place if a
 * computation does not come back. Confined to the slot's queue thread.
 */
final class ComputeThread implements AutoCloseable {

  private final String name;
  private final StuckComputations stuck;
  private Worker worker;
  private CountDownLatch idle = new CountDownLatch(0);

  /**
   * A thread that is idle.
   *
   * @param stuck takes the threads that do not come back
   */
  ComputeThread(String name, StuckComputations stuck) {
    this.name = name;
    this.stuck = stuck;
    this.worker = new Worker(name);
  }

  /** Computes these, in their order, after what was begun before. */
  void begin(List<Attempt> turn) {
    CountDownLatch ended = new CountDownLatch(1);
    idle = ended;
    worker.turns.add(() -> {
      try {
        turn.forEach(Attempt::run);
      } finally {
        ended.countDown();
      }
    });
  }

  /**
   * Waits until nothing is computed.
   *
   * @return whether that was so in time
   */
  boolean awaitIdle(Duration atMost) throws InterruptedException {
    return idle.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Gives up the thread, and begins another. */
  void replace() {
    stuck.add(worker.thread);
    worker.end();
    worker = new Worker(name);
    idle = new CountDownLatch(0);
  }

  /** Interrupts what is computed, and does not wait for it. */
  @Override
  public void close() {
    worker.end();
  }

  private static final class Worker implements Runnable {

    private final LinkedBlockingQueue<Runnable> turns = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean ended;

    Worker(String name) {
      this.thread = Thread.ofPlatform().daemon().name(name).start(this);
    }

    @Override
    public void run() {
      while (!ended) {
        try {
          turns.take().run();
        } catch (InterruptedException e) {
          // Meant for a turn that had just come to its end, or for the end of the worker.
        }
      }
    }

    void end() {
      ended = true;
      thread.interrupt();
    }
  }
}
