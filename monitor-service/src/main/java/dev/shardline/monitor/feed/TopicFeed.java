package dev.shardline.monitor.feed;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics from some time on, on a thread of its own, in no group. After a failure it begins
 * where it was. Records reach their readers on that one thread.
 */
public final class TopicFeed implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(TopicFeed.class.getName());

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(30);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Map<String, Topic> topics;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Consumer<byte[], byte[]> consumer;
  private volatile boolean caughtUp;

  /**
   * A topic.
   *
   * @param since from when on it is read
   * @param reader gets its records; what it throws is logged, and the next record follows
   */
  public record Topic(Instant since, RecordReader reader) {}

  /** Gets records. */
  @FunctionalInterface
  public interface RecordReader {

    /** The next record of the partition. */
    void read(ConsumerRecord<byte[], byte[]> record);
  }

  /**
   * Begins.
   *
   * @param consumers opens a consumer without a group; closed with this
   * @param topics by name; one that does not exist yet is looked for now and then
   */
  public TopicFeed(Supplier<Consumer<byte[], byte[]>> consumers, Map<String, Topic> topics) {
    this.consumers = consumers;
    this.topics = Map.copyOf(topics);
    Thread.ofPlatform().daemon().name("topic-feed").start(this::run);
  }

  /** Whether all that was there was read once, and reading goes on. */
  public boolean isCaughtUp() {
    return caughtUp;
  }

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
        follow(opened);
      } catch (WakeupException e) {
        return;
      } catch (TopicAuthorizationException e) {
        caughtUp = false;
        LOG.log(
            Level.WARNING,
            "Topics cannot be read; trying again: the Kafka user lacks READ on topic %s; have it granted (deploy/kafka/README.md says who needs what)"
                .formatted(String.join(", ", e.unauthorizedTopics())));
        pause();
      } catch (RuntimeException e) {
        caughtUp = false;
        LOG.log(Level.WARNING, "Topics cannot be read; trying again: " + e.getMessage());
        pause();
      }
    }
  }

  private void follow(Consumer<byte[], byte[]> open) {
    long lookedAt = 0;
    while (closed.getCount() > 0) {
      if (lookedAt == 0 || System.nanoTime() - lookedAt > LOOK_FOR_PARTITIONS.toNanos()) {
        assign(open);
        lookedAt = System.nanoTime();
      }
      Set<TopicPartition> assigned = open.assignment();
      if (assigned.isEmpty()) {
        caughtUp = true;
        pause();
        continue;
      }
      for (ConsumerRecord<byte[], byte[]> record : open.poll(POLL)) {
        hand(record);
        positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
      }
      if (!caughtUp) {
        caughtUp =
            assigned.stream().allMatch(at -> open.currentLag(at).orElse(Long.MAX_VALUE) == 0);
      }
    }
  }

  private void assign(Consumer<byte[], byte[]> open) {
    Map<String, List<PartitionInfo>> present = open.listTopics();
    Set<TopicPartition> wanted = new HashSet<>();
    for (String topic : topics.keySet()) {
      List<PartitionInfo> listed = present.get(topic);
      // The list leaves out what may not be seen, as if it were not there: asked for, it is
      // refused.
      List<PartitionInfo> partitions = listed == null ? open.partitionsFor(topic) : listed;
      partitions.forEach(info -> wanted.add(new TopicPartition(topic, info.partition())));
    }
    if (!wanted.equals(open.assignment())) {
      open.assign(wanted);
      begin(open, wanted);
    }
  }

  private void begin(Consumer<byte[], byte[]> open, Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> times = new HashMap<>();
    for (TopicPartition at : partitions) {
      Topic topic = topics.get(at.topic());
      if (topic != null && !positions.containsKey(at)) {
        times.put(at, topic.since().toEpochMilli());
      }
    }
    Map<TopicPartition, @Nullable OffsetAndTimestamp> found = new HashMap<>();
    if (!times.isEmpty()) {
      found.putAll(open.offsetsForTimes(times));
    }
    Map<TopicPartition, Long> ends = open.endOffsets(partitions);
    for (TopicPartition at : partitions) {
      OffsetAndTimestamp first = found.get(at);
      long otherwise = first == null ? ends.getOrDefault(at, 0L) : first.offset();
      open.seek(at, positions.getOrDefault(at, otherwise));
    }
  }

  private void hand(ConsumerRecord<byte[], byte[]> record) {
    Topic topic = topics.get(record.topic());
    if (topic == null) {
      return;
    }
    try {
      topic.reader().read(record);
    } catch (RuntimeException e) {
      // Many may write to a topic; what cannot be understood is shown by its services.
      LOG.log(
          Level.DEBUG,
          "%s-%d offset %d: %s"
              .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()));
    }
  }

  private void pause() {
    try {
      var _ = closed.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed.countDown();
      Thread.currentThread().interrupt();
    }
  }
}
