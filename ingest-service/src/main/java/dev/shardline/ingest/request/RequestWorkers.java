package dev.shardline.ingest.request;

import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads that work on requests. An attempt holds a thread, so a source that hangs holds one at
 * most; a request that waits for its next attempt holds none. Thread-safe.
 */
public final class RequestWorkers {

  private static final System.Logger LOG = System.getLogger(RequestWorkers.class.getName());

  /** How long an interrupted attempt may take to notice. */
  private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(2);

  private final ScheduledThreadPoolExecutor threads;
  private final RequestTally tally;
  private final Demand demand;

  /**
   * @param workers how many requests are worked on at once, threads
   * @param maxWaiting how many may wait for their next attempt while others are taken
   * @param factory makes the threads
   * @param tally counts the requests
   */
  public RequestWorkers(int workers, int maxWaiting, ThreadFactory factory, RequestTally tally) {
    this.tally = tally;
    demand = new Demand(workers, maxWaiting);
    threads = new ScheduledThreadPoolExecutor(workers, factory);
    // At a stop, what waits or was not begun is left to whoever gets it next.
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Takes requests from there, as many as can be worked on. */
  void takeFrom(Flow.Subscription source) {
    demand.begin(source);
  }

  /** Works on a request until it is answered. */
  void start(TakenRequest taken) {
    tally.take();
    submit(Duration.ZERO, () -> attempt(taken, taken.open().get()), taken);
  }

  /** Whether requests are taken. */
  public boolean isInService() {
    return !demand.isStopped();
  }

  /**
   * Takes no further requests, and lets attempts that run go on for a time. A request that was not
   * answered by then is not acknowledged, and so delivered again. A further call waits as the first
   * does.
   *
   * @param atMost how long they may go on
   * @return whether all came to their end
   */
  public boolean drain(Duration atMost) throws InterruptedException {
    demand.stop();
    threads.shutdown();
    if (threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      return true;
    }
    threads.shutdownNow();
    boolean ended = threads.awaitTermination(AFTER_INTERRUPT.toMillis(), TimeUnit.MILLISECONDS);
    LOG.log(
        System.Logger.Level.WARNING,
        ended
            ? "Interrupted what was not fetched in time; it is delivered again"
            : "Left what could not be interrupted; it is delivered again");
    return false;
  }

  private void attempt(TakenRequest taken, OpenRequest request) throws InterruptedException {
    switch (tried(request)) {
      case Progress.Answered(var outcome) -> {
        taken.answered().accept(outcome);
        tally.answered(outcome);
        demand.answered();
      }
      case Progress.Waiting(Duration delay) -> {
        demand.waits();
        submit(
            delay,
            () -> {
              demand.resumes();
              attempt(taken, request);
            },
            taken);
      }
    }
  }

  private Progress tried(OpenRequest request) throws InterruptedException {
    try (RequestTally.Attempt _ = tally.begin(request)) {
      return request.attempt();
    }
  }

  private void submit(Duration delay, Step step, TakenRequest taken) {
    try {
      var _ = threads.schedule(() -> run(step, taken), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "stopping: a request is left to be delivered again");
    }
  }

  private void run(Step step, TakenRequest taken) {
    try {
      step.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      if (threads.isShutdown()) {
        // Interrupted waits for a broker fail in many ways, and say nothing of the request.
        LOG.log(System.Logger.Level.WARNING, "Stopped before a request was answered: {0}", e);
      } else {
        taken.unanswerable().accept(e);
      }
    }
  }

  /** Work on a request. */
  @FunctionalInterface
  private interface Step {
    void run() throws InterruptedException;
  }
}
