package dev.shardline.transform.partition;

import static org.awaitility.Awaitility.await;

import dev.shardline.transform.computation.StubTransformation;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.queue.Drain;
import dev.shardline.transform.requeue.Backoff;
import dev.shardline.transform.result.RecordingPublisher;
import dev.shardline.transform.shard.RecordingMeter;
import dev.shardline.transform.shard.ShardTally;
import dev.shardline.transform.shard.WorkFixture;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A crew on partitions that a test plays. Its shards are computed at once ({@code same}), when the
 * test lets them ({@code waiting}), or then and in spite of every interruption ({@code stubborn}).
 */
final class CrewFixture implements AutoCloseable {

  static final int GENERATION = 7;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** There is no room for more than these. */
  static final int MAX_RECORDS = 10;

  final RecordingPublisher published;
  final Drain drain = new Drain();
  final AtomicInteger starts = new AtomicInteger();
  final AtomicInteger interruptions = new AtomicInteger();
  final RecordingMeter meter = new RecordingMeter();
  final ShardTally tally = new ShardTally(meter);
  final Backlog backlog = new Backlog(MAX_RECORDS, 1_000_000);
  final Map<Partition, Long> committed = new ConcurrentHashMap<>();
  final AtomicInteger refusedCommits = new AtomicInteger();
  final PartitionCrew crew;

  private final WorkFixture fixture;
  private final Semaphore permits = new Semaphore(0);
  private final AtomicLong nextOffset = new AtomicLong();

  /** A crew of so many slots, whose answers become durable as the publisher says. */
  CrewFixture(int slots, RecordingPublisher published) {
    this(slots, published, _ -> true);
  }

  /** The same, which begins when the gate is open. */
  CrewFixture(int slots, RecordingPublisher published, Slots.Gate gate) {
    this.published = published;
    fixture =
        new WorkFixture(
            slots,
            published,
            InstantSource.system(),
            StubTransformation.of("same", this::same),
            StubTransformation.of("waiting", this::waiting),
            StubTransformation.of("stubborn", this::stubborn));
    crew =
        new PartitionCrew(
            fixture.work,
            tally,
            drain,
            backlog,
            new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), () -> 0),
            this::commit);
    crew.assigned(List.of(PartitionRecords.PARTITION), GENERATION);
    crew.start(slots, gate, Duration.ofMillis(5));
  }

  /** Shards of these transformations come from the first partition. */
  CompletionStage<Void> receive(String... transforms) {
    return receive(PartitionRecords.PARTITION, transforms);
  }

  CompletionStage<Void> receive(Partition partition, String... transforms) {
    List<ReceivedRecord> records = new ArrayList<>();
    for (String transform : transforms) {
      records.add(PartitionRecords.shard(partition, nextOffset.getAndIncrement(), transform));
    }
    return crew.received(GENERATION, Map.of(partition, records));
  }

  /** Lets one shard that waits come to its end. */
  void letOneFinish() {
    permits.release();
  }

  void awaitStarts(int count) {
    await().atMost(PATIENCE).until(() -> starts.get() == count);
  }

  void awaitPublished(int count) {
    await().atMost(PATIENCE).until(() -> published.results().size() == count);
  }

  void awaitCommitted(long offset) {
    await()
        .atMost(PATIENCE)
        .until(() -> Long.valueOf(offset).equals(committed.get(PartitionRecords.PARTITION)));
  }

  /** Until all that came has left. */
  void awaitEmpty() {
    await().atMost(PATIENCE).until(() -> backlog.size() == 0 && tally.held() == 0);
  }

  CompletionStage<Map<Partition, Long>> commit(Supplier<Map<Partition, Long>> answered) {
    Map<Partition, Long> offsets = answered.get();
    if (!offsets.isEmpty() && refusedCommits.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return CompletableFuture.failedFuture(new IllegalStateException("the broker is away"));
    }
    committed.putAll(offsets);
    return CompletableFuture.completedFuture(offsets);
  }

  /** Cancels the job of the record at that offset. */
  void cancel(long offset) {
    fixture.cancelled.add(
        PartitionRecords.shard(PartitionRecords.PARTITION, offset, "").position().derivedJobId(),
        Instant.now());
  }

  /** Leaves nothing running, and nothing that did not leave. */
  @Override
  public void close() throws InterruptedException {
    drain.begin(Duration.ZERO);
    crew.awaitEnd();
    permits.release(1000);
    awaitEmpty();
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
