package dev.shardline.transform.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A queue with locks and delivery counts as a share group has them. Thread-safe. */
final class InMemoryQueue {

  private final Duration lock;
  private final int acquireAtMost;
  private final List<Entry> entries = new ArrayList<>();
  private int renewals;
  private boolean failing;
  private Runnable whenAcquired = () -> {};

  /**
   * An empty queue.
   *
   * @param acquireAtMost how many records one acquisition takes
   */
  InMemoryQueue(Duration lock, int acquireAtMost) {
    this.lock = lock;
    this.acquireAtMost = acquireAtMost;
  }

  synchronized void put(String value) {
    entries.add(new Entry(entries.size(), value));
    notifyAll();
  }

  ShardQueue open() {
    return open(acquireAtMost);
  }

  /** A member whose acquisitions take so many records. */
  ShardQueue open(int atMost) {
    return new Member(atMost);
  }

  /** From now on the lock of every record is over, though its holder does not know. */
  synchronized void expireLocks() {
    entries.forEach(entry -> entry.lockedUntil = System.nanoTime());
  }

  /** The next call of a member throws. */
  synchronized void failNext() {
    failing = true;
  }

  /** What happens while records are on their way to the member that acquired them. */
  synchronized void whenAcquired(Runnable event) {
    whenAcquired = event;
  }

  /** How often locks were renewed. */
  synchronized int renewals() {
    return renewals;
  }

  /** How many records are answered. */
  synchronized int accepted() {
    return (int) entries.stream().filter(entry -> entry.accepted).count();
  }

  /** How often the record was delivered that was put as the n-th, from 0. */
  synchronized int deliveries(int n) {
    return entries.get(n).deliveries;
  }

  /** Whether anybody holds a record. */
  synchronized boolean isHeld() {
    return entries.stream().anyMatch(entry -> entry.holder != null && !entry.isExpired());
  }

  private static final class Entry {

    private final RecordPosition position;
    private final String value;
    private int deliveries;
    private long lockedUntil;
    private @Nullable Member holder;
    private boolean accepted;

    Entry(long offset, String value) {
      this.position = new RecordPosition("shards", 0, offset, Instant.EPOCH);
      this.value = value;
    }

    boolean isExpired() {
      return System.nanoTime() - lockedUntil >= 0;
    }

    boolean isAvailable() {
      return !accepted && (holder == null || isExpired());
    }
  }

  private final class Member implements ShardQueue {

    private final List<ReceivedRecord> unsettled = new ArrayList<>();
    private final List<Runnable> unsent = new ArrayList<>();
    private final int atMost;

    Member(int atMost) {
      this.atMost = atMost;
    }

    @Override
    public List<ReceivedRecord> acquire(Duration wait) {
      synchronized (InMemoryQueue.this) {
        send();
        if (!unsettled.isEmpty()) {
          throw new IllegalStateException("not acknowledged: " + unsettled);
        }
        long deadline = System.nanoTime() + wait.toNanos();
        while (unsettled.isEmpty() && System.nanoTime() - deadline < 0) {
          entries.stream()
              .filter(Entry::isAvailable)
              .limit(atMost)
              .forEach(entry -> unsettled.add(deliver(entry)));
          if (unsettled.isEmpty()) {
            awaitChange();
          }
        }
        if (!unsettled.isEmpty()) {
          whenAcquired.run();
        }
        return List.copyOf(unsettled);
      }
    }

    @Override
    public void flush() {
      synchronized (InMemoryQueue.this) {
        send();
      }
    }

    @Override
    public void accept(ReceivedRecord record) {
      settle(record, entry -> entry.accepted = true);
    }

    @Override
    public void release(ReceivedRecord record) {
      settle(record, entry -> entry.holder = null);
    }

    @Override
    public List<ReceivedRecord> renew(Collection<ReceivedRecord> held) {
      synchronized (InMemoryQueue.this) {
        send();
        List<ReceivedRecord> lost = held.stream().filter(record -> !isOurs(record)).toList();
        unsettled.removeAll(lost);
        unsettled.forEach(record -> entry(record).lockedUntil = lockEnd());
        renewals++;
        return lost;
      }
    }

    @Override
    public boolean hasJoined() {
      return true;
    }

    @Override
    public Duration lockDuration() {
      return lock;
    }

    @Override
    public void close() {
      synchronized (InMemoryQueue.this) {
        unsent.forEach(Runnable::run);
        unsettled.stream().filter(this::isOurs).forEach(record -> entry(record).holder = null);
        InMemoryQueue.this.notifyAll();
      }
    }

    @SuppressWarnings("NullAway") // overlooks that the key of a record may be null
    private ReceivedRecord deliver(Entry entry) {
      entry.holder = this;
      entry.deliveries++;
      entry.lockedUntil = lockEnd();
      return new ReceivedRecord(
          entry.position, entry.deliveries, null, entry.value.getBytes(UTF_8), List.of());
    }

    private void settle(ReceivedRecord record, Consumer<Entry> outcome) {
      if (unsettled.remove(record)) {
        unsent.add(() -> {
          if (isOurs(record)) {
            outcome.accept(entry(record));
          }
        });
      }
    }

    private void send() {
      if (failing) {
        failing = false;
        throw new IllegalStateException("the queue fails");
      }
      unsent.forEach(Runnable::run);
      unsent.clear();
      InMemoryQueue.this.notifyAll();
    }

    private boolean isOurs(ReceivedRecord record) {
      Entry entry = entry(record);
      return entry.holder == this
          && entry.deliveries == record.deliveryCount()
          && !entry.isExpired();
    }

    private Entry entry(ReceivedRecord record) {
      return entries.get((int) record.position().offset());
    }

    private long lockEnd() {
      return System.nanoTime() + lock.toNanos();
    }

    private void awaitChange() {
      try {
        // Locks end without a notice.
        InMemoryQueue.this.wait(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
