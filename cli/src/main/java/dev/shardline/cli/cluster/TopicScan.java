package dev.shardline.cli.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of topics, each from a time to where the topic ended when this was opened: what comes
 * later is not read, however fast it comes. Belongs to no consumer group. Not thread-safe.
 */
public final class TopicScan implements AutoCloseable {

  private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

  private static final Duration STALLED = Duration.ofSeconds(30);

  private final KafkaFailure failure;
  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Stretch> stretches;

  /**
   * What is read of a partition.
   *
   * @param oldest the first offset that the partition still has
   * @param start the first to read
   * @param end behind the last to read
   */
  private record Stretch(long oldest, long start, long end) {

    long size() {
      return end - start;
    }

    /** Whether records before the first one were deleted, so that some may have belonged to it. */
    boolean cut() {
      return oldest > 0 && start == oldest;
    }
  }

  /**
   * A topic and from when on to read it.
   *
   * @param since {@link Instant#EPOCH}: from its beginning
   */
  public record From(String topic, Instant since) {}

  private TopicScan(
      KafkaFailure failure,
      Consumer<byte[], byte[]> consumer,
      Map<TopicPartition, Stretch> stretches) {
    this.failure = failure;
    this.consumer = consumer;
    this.stretches = stretches;
  }

  /**
   * Settles where reading begins and ends, topic by topic in that order: at its end, a later topic
   * holds everything that came before the end of an earlier one was settled.
   *
   * @throws ClusterException if a topic is missing or cannot be read
   */
  public static TopicScan open(Cluster cluster, List<From> topics) throws InterruptedException {
    List<String> names = topics.stream().map(From::topic).toList();
    Map<String, List<TopicPartition>> partitions =
        cluster.partitions(names, "READ").stream()
            .collect(Collectors.groupingBy(TopicPartition::topic));
    return open(
        cluster,
        names,
        consumer -> {
          Map<TopicPartition, Stretch> stretches = new HashMap<>();
          for (From from : topics) {
            List<TopicPartition> of = partitions.getOrDefault(from.topic(), List.of());
            stretches.putAll(stretches(consumer, of, from.since()));
          }
          return stretches;
        });
  }

  /**
   * Reads one record.
   *
   * @return empty if there is none at that place
   * @throws ClusterException if the topic is missing or cannot be read
   */
  public static Optional<ConsumerRecord<byte[], byte[]>> at(
      Cluster cluster, String topic, int partition, long offset) throws InterruptedException {
    TopicPartition place = new TopicPartition(topic, partition);
    if (!cluster.partitions(List.of(topic), "READ").contains(place)) {
      return Optional.empty();
    }
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (TopicScan scan =
        open(cluster, List.of(topic), consumer -> single(consumer, place, offset))) {
      scan.read(List.of(topic), found::add);
    }
    return found.stream().findFirst();
  }

  /** How many records there are to read at most; those that compaction took away are counted. */
  public long size() {
    return stretches.values().stream().mapToLong(Stretch::size).sum();
  }

  /**
   * Topics of which the first record that is read is the oldest that is left: older ones of the
   * same time may have been deleted.
   */
  public Set<String> cut() {
    return stretches.entrySet().stream()
        .filter(entry -> entry.getValue().cut())
        .map(entry -> entry.getKey().topic())
        .collect(Collectors.toSet());
  }

  /**
   * Reads some of the topics; each at most once.
   *
   * @throws ClusterUnreachableException if nothing can be read for 30 seconds
   */
  public void read(Collection<String> topics, RecordReader reader) throws InterruptedException {
    Set<TopicPartition> left = new HashSet<>();
    stretches.forEach((partition, stretch) -> {
      if (topics.contains(partition.topic()) && stretch.size() > 0) {
        left.add(partition);
      }
    });
    failure.call(() -> {
      consumer.assign(left);
      left.forEach(partition -> consumer.seek(partition, stretch(partition).start()));
      return true;
    });
    long lastRead = System.nanoTime();
    while (!left.isEmpty()) {
      var records = failure.call(() -> consumer.poll(LONGEST_POLL));
      for (ConsumerRecord<byte[], byte[]> record : records) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < stretch(partition).end()) {
          reader.read(record);
        }
      }
      boolean finished =
          failure.call(() ->
              left.removeIf(partition -> consumer.position(partition) >= stretch(partition).end()));
      if (!records.isEmpty() || finished) {
        lastRead = System.nanoTime();
      } else if (System.nanoTime() - lastRead > STALLED.toNanos()) {
        throw failure.translated(new TimeoutException("nothing was read for " + STALLED));
      }
      failure.call(() -> {
        // A busy partition would be fetched on and on while another one is still being read.
        consumer.pause(consumer.assignment().stream().filter(p -> !left.contains(p)).toList());
        return true;
      });
    }
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }

  private Stretch stretch(TopicPartition partition) {
    return stretches.getOrDefault(partition, new Stretch(0, 0, 0));
  }

  private static TopicScan open(
      Cluster cluster,
      List<String> topics,
      Function<Consumer<byte[], byte[]>, Map<TopicPartition, Stretch>> stretches)
      throws InterruptedException {
    KafkaFailure failure = cluster.failure().needing("READ", topics);
    Consumer<byte[], byte[]> consumer = cluster.rawConsumer();
    try {
      return new TopicScan(failure, consumer, failure.call(() -> stretches.apply(consumer)));
    } catch (RuntimeException | InterruptedException e) {
      consumer.close(CloseOptions.timeout(Duration.ZERO));
      throw e;
    }
  }

  private static Map<TopicPartition, Stretch> single(
      Consumer<byte[], byte[]> consumer, TopicPartition place, long offset) {
    long oldest = consumer.beginningOffsets(List.of(place)).getOrDefault(place, 0L);
    long end = consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
    return offset < oldest || offset >= end
        ? Map.of()
        : Map.of(place, new Stretch(oldest, offset, offset + 1));
  }

  private static Map<TopicPartition, Stretch> stretches(
      Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Instant since) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> oldest = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> starts = new HashMap<>(ends);
    if (since.isAfter(Instant.EPOCH)) {
      Map<TopicPartition, Long> times = new HashMap<>();
      partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
      consumer.offsetsForTimes(times).forEach((partition, first) -> put(starts, partition, first));
    } else {
      starts.putAll(oldest);
    }
    Map<TopicPartition, Stretch> stretches = new HashMap<>();
    ends.forEach((partition, end) -> {
      // What was deleted or written between these requests must not turn a stretch around.
      long first = Math.min(end, oldest.getOrDefault(partition, 0L));
      long start = Math.clamp(starts.getOrDefault(partition, end), first, end);
      stretches.put(partition, new Stretch(first, start, end));
    });
    return stretches;
  }

  private static void put(
      Map<TopicPartition, Long> starts,
      TopicPartition partition,
      @Nullable OffsetAndTimestamp first) {
    if (first != null) {
      starts.put(partition, first.offset());
    }
  }
}
