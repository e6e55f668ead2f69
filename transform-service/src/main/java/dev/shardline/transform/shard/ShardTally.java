package dev.shardline.transform.shard;

import dev.shardline.contracts.worker.WorkerStatus.Answers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Knows how many records are held now, and how many were answered so far, and hands on all that is
 * counted. Thread-safe.
 */
public final class ShardTally implements ShardMeter {

  private final ShardMeter next;
  private final AtomicInteger held = new AtomicInteger();
  private final LongAdder done = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder cancelled = new LongAdder();

  /** Hands on to another. */
  public ShardTally(ShardMeter next) {
    this.next = next;
  }

  @Override
  public void acquired(int records) {
    next.acquired(records);
    held.addAndGet(records);
  }

  @Override
  public void begun(Duration waited, int attempt) {
    next.begun(waited, attempt);
  }

  @Override
  public void computed(String transform, Duration took) {
    next.computed(transform, took);
  }

  @Override
  public void valued(String engine) {
    next.valued(engine);
  }

  @Override
  public void published(Duration took) {
    next.published(took);
  }

  @Override
  public void ended(ShardEnd end) {
    next.ended(end);
    held.decrementAndGet();
    if (end instanceof ShardEnd.Answered answered) {
      switch (answered.status()) {
        case DONE -> done.increment();
        case FAILED -> failed.increment();
        case CANCELLED -> cancelled.increment();
      }
    }
  }

  @Override
  public void givenBack() {
    next.givenBack();
    held.decrementAndGet();
  }

  @Override
  public void lost() {
    next.lost();
    held.decrementAndGet();
  }

  /** How many records were acquired and have not left yet. */
  public int held() {
    return held.get();
  }

  /** How many records were acknowledged for which answer. */
  public Answers answers() {
    return new Answers(done.sum(), failed.sum(), cancelled.sum());
  }
}
