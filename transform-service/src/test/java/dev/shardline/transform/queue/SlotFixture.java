package dev.shardline.transform.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.transform.computation.StubTransformation;
import dev.shardline.transform.result.RecordingPublisher;
import dev.shardline.transform.shard.RecordingMeter;
import dev.shardline.transform.shard.ShardTally;
import dev.shardline.transform.shard.WorkFixture;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One slot on a queue in memory. Its shards are computed at once ({@code same}), when the test lets
 * them ({@code waiting}), or then and in spite of every interruption ({@code stubborn}).
 */
final class SlotFixture implements AutoCloseable {

  static final Duration LOCK = Duration.ofMillis(1500);

  final InMemoryQueue queue;
  final RecordingPublisher published = new RecordingPublisher();
  final Drain drain = new Drain();
  final AtomicInteger starts = new AtomicInteger();
  final AtomicInteger interruptions = new AtomicInteger();

  final LostLocks lostLocks = new LostLocks();
  final ShardTally tally = new ShardTally(new RecordingMeter());
  final StuckComputations stuck = new StuckComputations();
  final WorkFixture fixture =
      new WorkFixture(
          published,
          InstantSource.system(),
          StubTransformation.of("same", this::same),
          StubTransformation.of("waiting", this::waiting),
          StubTransformation.of("stubborn", this::stubborn));

  private final Semaphore permits = new Semaphore(0);
  private final Thread thread;

  SlotFixture() {
    this(1);
  }

  SlotFixture(int acquireAtMost) {
    this(acquireAtMost, LOCK);
  }

  SlotFixture(int acquireAtMost, Duration lock) {
    this(acquireAtMost, lock, _ -> true);
  }

  SlotFixture(int acquireAtMost, Duration lock, Gate gate) {
    queue = new InMemoryQueue(lock, acquireAtMost);
    thread =
        new Thread(
            new SlotRunner(
                "slot",
                "READ on topic shards",
                fixture.work,
                fixture.attempts,
                _ -> queue.open(),
                gate,
                drain,
                lostLocks,
                tally,
                stuck),
            "slot-queue");
  }

  /** Puts the slot in service. */
  SlotFixture start() {
    thread.start();
    return this;
  }

  /** Adds a shard of that transformation. */
  void put(String transform) {
    queue.put("{\"number\":5,\"transform\":\"" + transform + "\"}");
  }

  /** Lets one shard that waits come to its end. */
  void letOneFinish() {
    permits.release();
  }

  void awaitStarts(int count) {
    await().until(() -> starts.get() == count);
  }

  void awaitAccepted(int count) {
    await().until(() -> queue.accepted() == count);
  }

  /** Until locks were renewed so many times more. */
  void awaitRenewals(int count) {
    int before = queue.renewals();
    await().until(() -> queue.renewals() >= before + count);
  }

  void awaitEnd() {
    await().until(() -> !thread.isAlive());
  }

  /** Leaves nothing running. */
  @Override
  public void close() {
    drain.begin(Duration.ZERO);
    permits.release(1000);
    awaitEnd();
    assertThat(tally.held()).as("records that did not leave in any way").isZero();
  }

  private BigInteger same(long number) {
    starts.incrementAndGet();
    return BigInteger.valueOf(number);
  }

  private BigInteger waiting(long number) throws InterruptedException {
    starts.incrementAndGet();
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      interruptions.incrementAndGet();
      throw e;
    }
    return BigInteger.valueOf(number);
  }

  private BigInteger stubborn(long number) {
    starts.incrementAndGet();
    permits.acquireUninterruptibly();
    return BigInteger.valueOf(number);
  }
}
