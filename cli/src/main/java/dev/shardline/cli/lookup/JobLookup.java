package dev.shardline.cli.lookup;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.RecordParts;
import dev.shardline.cli.cluster.TopicTail;
import dev.shardline.cli.job.Deadline;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.json.InvalidMessageException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks up a job by its id. The id carries the job's time, and its records are younger: reading
 * begins there and not where the topics begin. Not thread-safe.
 */
public final class JobLookup implements AutoCloseable {

  /**
   * How much the clock that made the id may be ahead of the clocks that stamp the answers. Machines
   * that keep time by NTP differ by milliseconds; a minute covers a neglected one and costs little
   * reading.
   */
  public static final Duration DEFAULT_CLOCK_SKEW = Duration.ofMinutes(1);

  private static final List<String> TOPICS =
      List.of(Topics.SHARD_RESULTS, Topics.SOURCE_OUTCOMES, Topics.SHARDS, Topics.SOURCE_REQUESTS);

  private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

  private final Findings findings;
  private final String job;
  private final String keyPrefix;
  private final TopicTail tail;

  private JobLookup(JobId job, TopicTail tail) {
    this.findings = new Findings(job);
    this.job = job.toString();
    this.keyPrefix = job + "/";
    this.tail = tail;
  }

  /**
   * Finds the place in the topics where the job's time begins.
   *
   * @param clockSkew how much earlier than the job's time to begin, zero or above
   * @throws dev.shardline.cli.cluster.ClusterException if a topic is missing or cannot be read
   */
  public static JobLookup open(Cluster cluster, JobId job, Duration clockSkew)
      throws InterruptedException {
    Instant since = job.time().minus(clockSkew);
    return new JobLookup(job, TopicTail.since(cluster, TOPICS, since));
  }

  /** Where reading began, by partition. */
  public Map<TopicPartition, Long> starts() {
    return tail.starts();
  }

  /**
   * Reads what was there when this was opened. To be called once, before {@link #follow}.
   *
   * @throws dev.shardline.cli.cluster.ClusterException if it cannot be read
   */
  public FoundJob readToEnd() throws InterruptedException {
    tail.readToEnd(this::take);
    findings.settle();
    return findings.job();
  }

  /**
   * Goes on reading until the job is complete or the deadline has passed.
   *
   * @param news hears what is known after each batch of records
   * @throws dev.shardline.cli.cluster.ClusterException if it cannot be read
   */
  public FoundJob follow(Deadline deadline, Consumer<FoundJob> news) throws InterruptedException {
    while (!findings.job().complete() && !deadline.passed()) {
      ConsumerRecords<String, String> records = tail.poll(deadline.remaining(LONGEST_POLL));
      if (!records.isEmpty()) {
        take(records);
        news.accept(findings.job());
      }
    }
    return findings.job();
  }

  /** What is known now. */
  public FoundJob found() {
    return findings.job();
  }

  @Override
  public void close() {
    tail.close();
  }

  private void take(ConsumerRecords<String, String> records) {
    for (ConsumerRecord<String, String> record : records) {
      if (record.value() != null) {
        take(record);
      }
    }
  }

  private void take(ConsumerRecord<String, String> record) {
    if (record.topic().equals(Topics.SOURCE_REQUESTS)) {
      findings.request(record.value(), RecordParts.position(record));
    } else if (record.topic().equals(Topics.SHARDS)) {
      // Most are of other jobs, and told apart at far less cost than by parsing them.
      if (record.value().contains(job)) {
        findings.shard(record.value(), RecordParts.position(record));
      }
    } else if (record.key() != null && record.key().startsWith(keyPrefix)) {
      try {
        answer(record);
      } catch (InvalidMessageException e) {
        // Somebody else's record under the job's key answers nothing: the piece stays unanswered.
      }
    }
  }

  private void answer(ConsumerRecord<String, String> record) {
    if (record.topic().equals(Topics.SHARD_RESULTS)) {
      findings.result(record.value());
    } else {
      findings.outcome(record.value());
    }
  }
}
