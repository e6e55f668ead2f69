package dev.shardline.transform.requeue;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.ReceivedRecords;
import dev.shardline.transform.outbox.Outbox;
import dev.shardline.worker.access.KafkaAccess;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Puts the shards that wait for their next attempt back on their topic when they are due, on a
 * thread of its own. All workers share them through a classic consumer group, whose committed
 * offsets are the memory of what is done: a record is passed only when its copy is durable.
 * Thread-safe.
 */
public final class PostponedShards implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PostponedShards.class.getName());

  private static final Duration LONGEST_POLL = Duration.ofMillis(500);
  private static final Duration REOPEN_AFTER = Duration.ofSeconds(5);

  /** So many are kept in memory; the rest waits in the topic. */
  private static final int MAX_WAITING = 10_000;

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final String group;
  private final Outbox outbox;
  private final String target;
  private final Predicate<ReceivedRecord> cancelled;
  private final InstantSource clock;
  private final Queue<ConsumerRecord<byte[], byte[]>> requeued = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Consumer<byte[], byte[]> consumer;

  /**
   * Begins to wait for what is due.
   *
   * @param consumers opens a consumer with a group, without automatic commits; closed with this
   * @param group that group, to be told of where it may not be joined
   * @param outbox takes what is due
   * @param target the topic of the shards
   * @param cancelled whether a record need not wait, because it will not be computed
   */
  public PostponedShards(
      Supplier<Consumer<byte[], byte[]>> consumers,
      String group,
      Outbox outbox,
      String target,
      Predicate<ReceivedRecord> cancelled,
      InstantSource clock) {
    this.consumers = consumers;
    this.group = group;
    this.outbox = outbox;
    this.target = target;
    this.cancelled = cancelled;
    this.clock = clock;
    Thread.ofPlatform().daemon().name("postponed-shards").start(this::run);
  }

  /** Ends it; what waits is another worker's to put back. */
  @Override
  public void close() {
    closed.countDown();
    Consumer<byte[], byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
  }

  private void run() {
    while (closed.getCount() > 0) {
      try (Consumer<byte[], byte[]> opened = consumers.get()) {
        consumer = opened;
        serve(opened);
      } catch (WakeupException e) {
        return;
      } catch (RuntimeException e) {
        LOG.log(
            Level.ERROR,
            "Shards that wait cannot be read; trying again: "
                + KafkaAccess.told(
                    e, "READ on topic %s or group %s".formatted(Topics.SHARDS_RETRY, group)));
        pause();
      }
    }
  }

  private void serve(Consumer<byte[], byte[]> open) {
    WaitingRecords waiting = new WaitingRecords();
    Map<TopicPartition, Long> committed = new HashMap<>();
    open.subscribe(List.of(Topics.SHARDS_RETRY), new Rebalance(open, waiting, committed));
    while (closed.getCount() > 0) {
      boolean full = waiting.size() >= MAX_WAITING;
      Set<TopicPartition> assigned = new HashSet<>(open.assignment());
      if (full) {
        open.pause(assigned);
      } else {
        open.resume(assigned);
      }
      Instant now = clock.instant();
      for (ConsumerRecord<byte[], byte[]> record :
          open.poll(waiting.untilNext(now, LONGEST_POLL))) {
        waiting.add(record, cancelled.test(ReceivedRecords.of(record)) ? now : due(record, now));
      }
      waiting.takeDue(clock.instant()).forEach(this::requeue);
      settle(waiting);
      commit(open, waiting, committed, open.assignment());
    }
  }

  private void settle(WaitingRecords waiting) {
    for (var done = requeued.poll(); done != null; done = requeued.poll()) {
      waiting.done(done);
    }
  }

  private void requeue(ConsumerRecord<byte[], byte[]> record) {
    ProducerRecord<byte[], byte[]> copy =
        new ProducerRecord<>(target, record.key(), record.value());
    for (Header header : record.headers()) {
      if (!header.key().equals(Requeued.NOT_BEFORE)) {
        copy.headers().add(header);
      }
    }
    var _ =
        outbox
            .send(copy)
            .whenComplete((durable, failure) -> {
              if (failure == null) {
                requeued.add(record);
              } else if (closed.getCount() > 0) {
                LOG.log(
                    Level.ERROR,
                    "The shard that waited at %s-%d-%d could not be put back on %s; it stays where it is, and is tried again by the next worker that reads it: %s"
                        .formatted(
                            record.topic(), record.partition(), record.offset(), target, failure));
              }
            });
  }

  private static void commit(
      Consumer<byte[], byte[]> open,
      WaitingRecords waiting,
      Map<TopicPartition, Long> committed,
      Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> news = new HashMap<>();
    for (TopicPartition partition : partitions) {
      OptionalLong position = waiting.position(partition);
      if (position.isPresent() && committed.getOrDefault(partition, -1L) != position.getAsLong()) {
        news.put(partition, new OffsetAndMetadata(position.getAsLong()));
        committed.put(partition, position.getAsLong());
      }
    }
    if (!news.isEmpty()) {
      open.commitSync(news);
    }
  }

  /** One whose header says nothing is due at once: it must not wait for ever. */
  private static Instant due(ConsumerRecord<byte[], byte[]> record, Instant now) {
    Header header = record.headers().lastHeader(Requeued.NOT_BEFORE);
    if (header == null || header.value() == null) {
      return now;
    }
    try {
      return Instant.parse(new String(header.value(), StandardCharsets.UTF_8));
    } catch (DateTimeException e) {
      return now;
    }
  }

  private void pause() {
    try {
      var _ = closed.await(REOPEN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hands over what is done, and forgets what waits: it is the next worker's. */
  private final class Rebalance implements ConsumerRebalanceListener {

    private final Consumer<byte[], byte[]> open;
    private final WaitingRecords waiting;
    private final Map<TopicPartition, Long> committed;

    Rebalance(
        Consumer<byte[], byte[]> open,
        WaitingRecords waiting,
        Map<TopicPartition, Long> committed) {
      this.open = open;
      this.waiting = waiting;
      this.committed = committed;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      settle(waiting);
      commit(open, waiting, committed, partitions);
      onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      waiting.forget(partitions);
      partitions.forEach(committed::remove);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
  }
}
