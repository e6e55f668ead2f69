package dev.shardline.systemtests.ledger;

import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.job.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads every record of the topics from their beginning, and goes on reading: an independent
 * consumer, without a group, that trusts nothing the services say of themselves. Thread-safe.
 */
public final class LedgerReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  private final Book shards = new Book();
  private final Book requests = new Book();
  private final DeadLetters dead = new DeadLetters();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable RuntimeException failure;

  private LedgerReader(String bootstrapServers) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.consumer.assign(
        TopicRecords.TOPICS.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList());
    this.thread = Thread.ofPlatform().name("ledger").daemon().start(this::read);
  }

  /** Begins to read. */
  public static LedgerReader open(String bootstrapServers) {
    return new LedgerReader(bootstrapServers);
  }

  /** What was read so far of a job's shards. */
  public Ledger shards(JobId job) {
    return current(shards, job);
  }

  /** What was read so far of a job's requests. */
  public Ledger requests(JobId job) {
    return current(requests, job);
  }

  /** What was read so far of what was put aside. */
  public List<DeadLetter> deadLetters() {
    return dead.all();
  }

  /** Waits until so much is known of a job's shards. */
  public Ledger awaitShards(JobId job, Duration atMost, Predicate<Ledger> enough) {
    return await("the shards of job " + job)
        .atMost(atMost)
        .pollInterval(POLL)
        .until(() -> shards(job), enough);
  }

  /** Waits until so much is known of a job's requests. */
  public Ledger awaitRequests(JobId job, Duration atMost, Predicate<Ledger> enough) {
    return await("the requests of job " + job)
        .atMost(atMost)
        .pollInterval(POLL)
        .until(() -> requests(job), enough);
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Ledger current(Book book, JobId job) {
    RuntimeException broken = failure;
    if (broken != null) {
      throw new IllegalStateException("the topics cannot be read", broken);
    }
    return book.of(job);
  }

  private void read() {
    TopicRecords records = new TopicRecords(shards, requests, dead);
    try (consumer) {
      while (!closed) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::enter);
      }
    } catch (org.apache.kafka.common.errors.WakeupException e) {
      // Closed.
    } catch (RuntimeException e) {
      failure = e;
    }
  }
}
