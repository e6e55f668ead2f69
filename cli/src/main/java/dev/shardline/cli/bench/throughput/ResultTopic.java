package dev.shardline.cli.bench.throughput;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.TopicTail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits for the results of a job without taking the broker's or a core's time from those who
 * produce them: it asks for the topic's end only, and reads what is there afterwards. Not
 * thread-safe.
 */
final class ResultTopic implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  static final Duration STALLED = Duration.ofMinutes(1);

  private final Cluster cluster;
  private final String topic;
  private final TopicTail tail;

  private ResultTopic(Cluster cluster, String topic, TopicTail tail) {
    this.cluster = cluster;
    this.topic = topic;
    this.tail = tail;
  }

  /** What is written from now on. */
  static ResultTopic fromNow(Cluster cluster, String topic) throws InterruptedException {
    return new ResultTopic(cluster, topic, TopicTail.fromNow(cluster, List.of(topic)));
  }

  /**
   * Waits until every shard of a job has a result, and reads them.
   *
   * @param look called at each look at the topic; throws if there is no use in waiting
   * @throws IllegalStateException if no result comes for a minute
   */
  Results await(TinyShards job, Runnable look) throws InterruptedException {
    long written = 0;
    long lastChange = System.nanoTime();
    while (written < job.size()) {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
      look.run();
      long before = written;
      written = written();
      lastChange = written > before ? System.nanoTime() : lastChange;
      requireNotStalled(lastChange, written, job);
    }
    Results results = new Results(job);
    long lastRead = System.nanoTime();
    while (results.count() < job.size()) {
      var records = tail.poll(BETWEEN_LOOKS);
      records.forEach(results::add);
      lastRead = records.isEmpty() ? lastRead : System.nanoTime();
      requireNotStalled(lastRead, results.count(), job);
    }
    return results;
  }

  @Override
  public void close() {
    tail.close();
  }

  private long written() throws InterruptedException {
    Map<TopicPartition, OffsetSpec> ends =
        tail.starts().keySet().stream()
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> found =
        cluster.await(cluster.admin().listOffsets(ends).all());
    return found.entrySet().stream()
        .mapToLong(end -> end.getValue().offset() - tail.starts().getOrDefault(end.getKey(), 0L))
        .sum();
  }

  private void requireNotStalled(long lastChange, long results, TinyShards job) {
    if (System.nanoTime() - lastChange > STALLED.toNanos()) {
      throw new IllegalStateException(
          "%s has %d results of %d, and no further one for %d s"
              .formatted(topic, results, job.size(), STALLED.toSeconds()));
    }
  }
}
