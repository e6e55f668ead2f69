package dev.shardline.transform.partition;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The records that came and have not left: those that wait for a slot, those that are computed, and
 * those whose answers are not durable yet. While they are too many, or too large, there is no room
 * for more. Thread-safe.
 */
final class Backlog {

  private final int maxRecords;
  private final long maxBytes;
  private final BlockingQueue<Delivery> waiting = new LinkedBlockingQueue<>();
  private final Object lock = new Object();
  private int records;
  private long bytes;
  private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);

  /**
   * Nothing came yet.
   *
   * @param maxRecords how many there are before there is no room for more, 1 or above
   * @param maxBytes how large all are before there is no room for more, 1 or above
   */
  Backlog(int maxRecords, long maxBytes) {
    this.maxRecords = maxRecords;
    this.maxBytes = maxBytes;
  }

  /**
   * Takes records, also beyond the limits: how many come at a time is the consumer's to bound.
   *
   * @return completes once there is room for more
   */
  CompletionStage<Void> add(Collection<Delivery> more) {
    CompletableFuture<Void> roomForMore;
    synchronized (lock) {
      records += more.size();
      more.forEach(delivery -> bytes += delivery.bytes());
      if (isFull() && room.isDone()) {
        room = new CompletableFuture<>();
      }
      roomForMore = room;
    }
    waiting.addAll(more);
    return roomForMore;
  }

  /** One that did not leave is to be begun once more. */
  void again(Delivery delivery) {
    waiting.add(delivery);
  }

  /**
   * Waits for a record.
   *
   * @return the one that waited longest; null if there was none in time
   */
  @Nullable Delivery next(Duration atMost) throws InterruptedException {
    return waiting.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** One has left, whatever became of it. */
  void left(Delivery delivery) {
    CompletableFuture<Void> nowThereIsRoom = null;
    synchronized (lock) {
      records--;
      bytes -= delivery.bytes();
      if (!isFull() && !room.isDone()) {
        nowThereIsRoom = room;
      }
    }
    if (nowThereIsRoom != null) {
      nowThereIsRoom.complete(null);
    }
  }

  /** Those that did not begin have left. */
  void withdrawn(Collection<Delivery> deliveries) {
    waiting.removeAll(Set.copyOf(deliveries));
    deliveries.forEach(this::left);
  }

  /** How many have not left. */
  int size() {
    synchronized (lock) {
      return records;
    }
  }

  private boolean isFull() {
    return records >= maxRecords || bytes >= maxBytes;
  }
}
