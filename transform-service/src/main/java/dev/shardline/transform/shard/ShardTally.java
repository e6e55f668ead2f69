package dev.shardline.transform.shard;

import dev.shardline.contracts.worker.WorkerStatus.Answers;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** How many records are held now, and how many were answered so far. Thread-safe. */
public final class ShardTally implements ShardMeter {

  private final AtomicInteger held = new AtomicInteger();
  private final LongAdder done = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder cancelled = new LongAdder();

  @Override
  public void acquired(int records) {
    held.addAndGet(records);
  }

  @Override
  public void ended(ShardEnd end) {
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
    held.decrementAndGet();
  }

  @Override
  public void lost() {
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
