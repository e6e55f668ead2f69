package dev.shardline.cli.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The later part of topics, from their end or from a time on. It belongs to no consumer group: it
 * needs no join, which takes seconds, leaves nothing behind, and disturbs nobody. Not thread-safe.
 */
public final class TopicTail implements AutoCloseable {

  private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

  private static final Duration STALLED = Duration.ofSeconds(30);

  private final Consumer<String, String> consumer;
  private final KafkaFailure failure;
  private final Map<TopicPartition, Long> ends;
  private final Map<TopicPartition, Long> starts;

  private TopicTail(
      KafkaFailure failure,
      Consumer<String, String> consumer,
      Map<TopicPartition, Long> starts,
      Map<TopicPartition, Long> ends) {
    this.consumer = consumer;
    this.failure = failure;
    this.starts = starts;
    this.ends = ends;
  }

  /**
   * What is written from now on: the position is settled when this returns.
   *
   * @throws ClusterException if a topic is missing or cannot be read
   */
  public static TopicTail fromNow(Cluster cluster, Collection<String> topics)
      throws InterruptedException {
    return open(cluster, topics, null);
  }

  /**
   * What was written at a time or later, found by the brokers' time index. The first record of that
   * time may be followed by older ones; none of that time comes before it.
   *
   * @throws ClusterException if a topic is missing or cannot be read
   */
  public static TopicTail since(Cluster cluster, Collection<String> topics, Instant time)
      throws InterruptedException {
    return open(cluster, topics, time);
  }

  private static TopicTail open(Cluster cluster, Collection<String> topics, @Nullable Instant time)
      throws InterruptedException {
    List<TopicPartition> partitions = cluster.partitions(topics, "READ");
    KafkaFailure failure = cluster.failure().needing("READ", topics);
    Consumer<String, String> consumer = cluster.consumer();
    try {
      return failure.call(() -> {
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = Map.copyOf(consumer.endOffsets(partitions));
        Map<TopicPartition, Long> starts = time == null ? ends : starts(consumer, ends, time);
        starts.forEach(consumer::seek);
        return new TopicTail(failure, consumer, starts, ends);
      });
    } catch (RuntimeException | InterruptedException e) {
      consumer.close(CloseOptions.timeout(Duration.ZERO));
      throw e;
    }
  }

  /** Where reading began, by partition. */
  public Map<TopicPartition, Long> starts() {
    return starts;
  }

  /**
   * The next records.
   *
   * @param timeout how long to wait for one; zero: only what is there already
   * @throws ClusterException if they cannot be read
   */
  public ConsumerRecords<String, String> poll(Duration timeout) throws InterruptedException {
    return failure.call(() -> consumer.poll(timeout));
  }

  /**
   * Reads everything that was there when this was opened, and perhaps some of what came since.
   *
   * @throws ClusterUnreachableException if nothing can be read for 30 seconds
   */
  public void readToEnd(java.util.function.Consumer<ConsumerRecords<String, String>> reader)
      throws InterruptedException {
    long lastRead = System.nanoTime();
    while (!reachedEnd()) {
      ConsumerRecords<String, String> records = poll(LONGEST_POLL);
      if (!records.isEmpty()) {
        lastRead = System.nanoTime();
        reader.accept(records);
      } else if (System.nanoTime() - lastRead > STALLED.toNanos()) {
        throw failure.translated(new TimeoutException("nothing was read for " + STALLED));
      }
    }
  }

  private boolean reachedEnd() throws InterruptedException {
    return failure.call(() ->
        ends.entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue()));
  }

  @Override
  public void close() {
    // The broker forgets the session by itself; to tell it would wait for the fetch under way.
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }

  private static Map<TopicPartition, Long> starts(
      Consumer<String, String> consumer, Map<TopicPartition, Long> ends, Instant time) {
    Map<TopicPartition, Long> times = new HashMap<>();
    ends.keySet().forEach(partition -> times.put(partition, time.toEpochMilli()));
    Map<TopicPartition, Long> starts = new HashMap<>(ends);
    for (var found : consumer.offsetsForTimes(times).entrySet()) {
      @Nullable OffsetAndTimestamp first = found.getValue();
      if (first != null) {
        starts.put(found.getKey(), first.offset());
      }
    }
    return Map.copyOf(starts);
  }
}
