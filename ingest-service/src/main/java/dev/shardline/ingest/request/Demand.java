package dev.shardline.ingest.request;

import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Takes as many requests as there are free workers: the others can wait in Kafka, where any process
 * may take them. One that waits for its next attempt needs no worker, but memory for its record;
 * their number is bounded, by {@code maxWaiting} and those that were being worked on. Thread-safe.
 */
final class Demand {

  private final int workers;
  private final int maxWaiting;
  private int active;
  private int waiting;
  private boolean stopped;
  private Flow.@Nullable Subscription source;

  /**
   * @param workers how many requests may be worked on at once, 1 or above
   * @param maxWaiting how many may wait while others are taken, 1 or above
   */
  Demand(int workers, int maxWaiting) {
    this.workers = workers;
    this.maxWaiting = maxWaiting;
  }

  /** Begins to take requests from there. */
  void begin(Flow.Subscription subscription) {
    synchronized (this) {
      source = subscription;
    }
    fill();
  }

  /** A worker is free: its request was answered. */
  void answered() {
    synchronized (this) {
      active--;
    }
    fill();
  }

  /** A worker is free: its request waits. */
  void waits() {
    synchronized (this) {
      active--;
      waiting++;
    }
    fill();
  }

  /** A request that waited needs a worker again. */
  synchronized void resumes() {
    waiting--;
    active++;
  }

  /** Takes no further requests. */
  synchronized void stop() {
    stopped = true;
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  private void fill() {
    Flow.Subscription from;
    int count;
    synchronized (this) {
      from = source;
      count = stopped || waiting >= maxWaiting ? 0 : Math.max(0, workers - active);
      active += count;
    }
    if (from != null && count > 0) {
      from.request(count);
    }
  }
}
