package dev.shardline.transform.cancellation;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.cancellation.CancellationCodec;
import dev.shardline.contracts.json.InvalidMessageException;
import dev.shardline.worker.access.KafkaAccess;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Reads every cancellation from the beginning of their topic, and follows it, on a thread of its
 * own. Thread-safe.
 */
public final class CancellationFollower implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(CancellationFollower.class.getName());

  private static final Duration LOOKUP_WITHIN = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration POLL_UNTIL_CAUGHT_UP = Duration.ofMillis(100);
  private static final Duration REOPEN_AFTER = Duration.ofSeconds(5);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final CancelledJobs jobs;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Consumer<byte[], byte[]> consumer;

  /**
   * Begins to follow.
   *
   * @param consumers opens a consumer without a group; closed with this follower
   * @param jobs takes what is read
   */
  public CancellationFollower(Supplier<Consumer<byte[], byte[]>> consumers, CancelledJobs jobs) {
    this.consumers = consumers;
    this.jobs = jobs;
    Thread.ofPlatform().daemon().name("cancellations").start(this::run);
  }

  /**
   * Waits until all is read that was written when this began, so that no cancelled shard starts.
   *
   * @return whether that is so
   */
  public boolean awaitCaughtUp(Duration atMost) throws InterruptedException {
    return caughtUp.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Whether all is read that was written when this began. */
  public boolean hasCaughtUp() {
    return caughtUp.getCount() == 0;
  }

  /** Ends it. */
  @Override
  public void close() {
    closed.countDown();
    Consumer<byte[], byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
  }

  private void run() {
    while (!isClosed()) {
      try (Consumer<byte[], byte[]> opened = consumers.get()) {
        consumer = opened;
        follow(opened);
      } catch (WakeupException e) {
        return;
      } catch (RuntimeException e) {
        LOG.log(
            Level.ERROR,
            "Cancellations cannot be read; trying again: "
                + KafkaAccess.told(e, "READ on topic " + Topics.CANCELLATIONS));
        pause();
      }
    }
  }

  private void follow(Consumer<byte[], byte[]> open) {
    List<TopicPartition> partitions =
        open.partitionsFor(Topics.CANCELLATIONS, LOOKUP_WITHIN).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      // Without their topic there are no cancellations to wait for.
      caughtUp.countDown();
      throw new IllegalStateException("there is no topic " + Topics.CANCELLATIONS);
    }
    open.assign(partitions);
    open.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = open.endOffsets(partitions, LOOKUP_WITHIN);
    // Asked before each poll: one that has nothing to bring takes its whole time, and no shard is
    // taken meanwhile.
    while (!isClosed() && !hasReached(ends, open)) {
      open.poll(POLL_UNTIL_CAUGHT_UP).forEach(this::take);
    }
    caughtUp.countDown();
    while (!isClosed()) {
      open.poll(POLL).forEach(this::take);
      jobs.forgetOld(Instant.now());
    }
  }

  private static boolean hasReached(
      Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> reader) {
    return ends.entrySet().stream()
        .allMatch(end -> reader.position(end.getKey(), LOOKUP_WITHIN) >= end.getValue());
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      jobs.add(
          CancellationCodec.decode(record.value()).job(), Instant.ofEpochMilli(record.timestamp()));
    } catch (InvalidMessageException e) {
      LOG.log(
          Level.WARNING,
          "Passed over the cancellation at %s-%d-%d: %s"
              .formatted(
                  record.topic(), record.partition(), record.offset(), e.failure().message()));
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void pause() {
    try {
      var _ = closed.await(REOPEN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
