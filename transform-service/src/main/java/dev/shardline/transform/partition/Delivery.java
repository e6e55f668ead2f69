package dev.shardline.transform.partition;

import dev.shardline.transform.attempt.AttemptHistory;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.shard.HeldRecord;
import dev.shardline.transform.shard.Stop;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way from its partition to its answer. It may be answered as long as its
 * partition is this worker's, or until a drain is over. Thread-safe.
 */
final class Delivery implements HeldRecord {

  /** How far it has come. */
  enum State {
    /** It has not begun, and still may. */
    WAITING,
    /** It is computed. */
    BEGUN,
    /** Its answer is on its way to be durable. */
    CLAIMED,
    /** Its answer did not become durable: it is another delivery's. */
    FAILED,
    /** It was taken back. */
    ABANDONED
  }

  /** What the objects around a record take. */
  private static final long OVERHEAD_BYTES = 500;

  private static final long OVERHEAD_OF_HEADER = 100;

  private final ReceivedRecord record;
  private final Progress progress;
  private final int failures;
  private final long bytes;
  private final Stop stop = new Stop();
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

  /**
   * A record that waits.
   *
   * @param progress its partition's
   */
  Delivery(ReceivedRecord record, Progress progress) {
    this(record, progress, 0);
  }

  private Delivery(ReceivedRecord record, Progress progress, int failures) {
    this.record = record;
    this.progress = progress;
    this.failures = failures;
    this.bytes = bytes(record);
  }

  @Override
  public ReceivedRecord record() {
    return record;
  }

  /** A classic consumer counts no deliveries. */
  @Override
  public AttemptHistory history() {
    return AttemptHistory.NONE;
  }

  @Override
  public Stop stop() {
    return stop;
  }

  @Override
  public boolean claim() {
    return state.compareAndSet(State.BEGUN, State.CLAIMED);
  }

  Progress progress() {
    return progress;
  }

  long offset() {
    return record.position().offset();
  }

  /** How often it came to no answer. */
  int failures() {
    return failures;
  }

  /** About what it takes of the heap. */
  long bytes() {
    return bytes;
  }

  /**
   * Begins its computation.
   *
   * @return whether it is to be computed: it was not taken back before
   */
  boolean begin() {
    return state.compareAndSet(State.WAITING, State.BEGUN);
  }

  /** Whether its answer may become durable at any time. */
  boolean isOnItsWay() {
    return state.get() == State.CLAIMED;
  }

  /** Whether, if it still computes, it does so in spite of having been told to stop so long ago. */
  boolean isStuckFor(Duration longer) {
    State now = state.get();
    return (now == State.BEGUN || now == State.ABANDONED)
        && stop.wasRequestedBefore(longer.toNanos());
  }

  /** Whether it was taken back before it was answered. */
  boolean isAbandoned() {
    return state.get() == State.ABANDONED;
  }

  /**
   * Takes it back, unless its answer is on its way; a computation is stopped.
   *
   * @return how far it had come
   */
  State abandon() {
    State before =
        state.getAndUpdate(
            now -> now == State.WAITING || now == State.BEGUN ? State.ABANDONED : now);
    if (before == State.BEGUN) {
      stop.request(Stop.Cause.NO_LONGER_OURS);
    }
    return before;
  }

  /**
   * There is no answer, and by this delivery there will be none.
   *
   * @return the same record, to be begun once more
   */
  Delivery failed() {
    state.set(State.FAILED);
    return new Delivery(record, progress, failures + 1);
  }

  private static long bytes(ReceivedRecord record) {
    long bytes = OVERHEAD_BYTES + length(record.key()) + length(record.value());
    for (ReceivedRecord.Header header : record.headers()) {
      bytes += OVERHEAD_OF_HEADER + header.name().length() + length(header.value());
    }
    return bytes;
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
