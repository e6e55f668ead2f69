package dev.shardline.cli.verify;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.RecordParts;
import dev.shardline.cli.cluster.TopicScan;
import dev.shardline.cli.ledger.Book;
import dev.shardline.cli.ledger.Ledger;
import dev.shardline.cli.ledger.ShardBook;
import dev.shardline.cli.ledger.SourceBook;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.source.SourceOutcome;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads what the topics hold into ledgers. Where reading ends is settled first for answers and dead
 * letters and then for requests: what is being worked on meanwhile has no answer yet, and no answer
 * lacks its request. Used once. Not thread-safe.
 */
public final class Verification implements AutoCloseable {

  private static final int RECORDS_BETWEEN_NEWS = 1_000;

  private static final Set<String> REQUESTS = Set.of(Topics.SHARDS, Topics.SOURCE_REQUESTS);

  private static final Set<String> DEAD = Set.of(Topics.SHARDS_DEAD, Topics.SOURCE_REQUESTS_DEAD);

  /**
   * What a record follows from stands in a later topic of these: an outcome from the failed results
   * of rows, a failed answer from its dead letter, and each of them from its request.
   */
  private static final List<String> ENDS_IN_ORDER =
      List.of(
          Topics.SOURCE_OUTCOMES,
          Topics.SHARD_RESULTS,
          Topics.SOURCE_REQUESTS_DEAD,
          Topics.SHARDS_DEAD,
          Topics.SOURCE_REQUESTS,
          Topics.SHARDS);

  private static final List<String> OF_SOURCES =
      List.of(Topics.SOURCE_OUTCOMES, Topics.SOURCE_REQUESTS_DEAD, Topics.SOURCE_REQUESTS);

  private static final List<String> OF_SHARDS =
      List.of(Topics.SHARD_RESULTS, Topics.SHARDS_DEAD, Topics.SHARDS);

  private final TopicScan scan;
  private final Set<JobId> jobs = new HashSet<>();
  private final ShardBook shards;
  private final SourceBook sources;
  private long read;
  private long unreadable;

  private Verification(TopicScan scan, Scope scope) {
    this.scan = scan;
    JobId job = scope.job();
    if (job == null) {
      this.shards = new ShardBook(scope.since(), any -> true);
      this.sources = new SourceBook(scope.since(), any -> true, id -> {}, this::announce);
    } else {
      jobs.add(job);
      this.shards = new ShardBook(scope.since(), jobs::contains);
      this.sources =
          new SourceBook(
              scope.since(), job::equals, id -> jobs.add(id.shardsJob()), this::announce);
    }
  }

  /**
   * Settles what will be read.
   *
   * @throws dev.shardline.cli.cluster.ClusterException if a topic is missing or cannot be read
   */
  public static Verification open(Cluster cluster, Scope scope) throws InterruptedException {
    List<TopicScan.From> topics =
        ENDS_IN_ORDER.stream()
            .map(topic ->
                new TopicScan.From(
                    topic, REQUESTS.contains(topic) ? scope.requestsFrom() : scope.answersFrom()))
            .toList();
    return new Verification(TopicScan.open(cluster, topics), scope);
  }

  /** How many records there are to read, at most. */
  public long size() {
    return scan.size();
  }

  /**
   * Reads everything.
   *
   * @param progress hears now and then how many records were read
   * @throws dev.shardline.cli.cluster.ClusterException if it cannot be read
   */
  public void read(LongConsumer progress) throws InterruptedException {
    // Sources first: the shards of a job of sources have jobs of their own.
    scan.read(OF_SOURCES, record -> enter(sources, record, progress));
    scan.read(OF_SHARDS, record -> enter(shards, record, progress));
    progress.accept(read);
  }

  /** The shards, once they are read. */
  public Ledger shards() {
    return shards.ledger();
  }

  /** The sources, once they are read. */
  public Ledger sources() {
    return sources.ledger();
  }

  /** Records under keys of answers that answer nothing. */
  public long unreadable() {
    return unreadable;
  }

  /** Topics of which records of the time may have been deleted. */
  public Set<String> cut() {
    return scan.cut();
  }

  @Override
  public void close() {
    scan.close();
  }

  private void announce(SourceOutcome.Ingested outcome) {
    if (outcome.shardCount() > 0) {
      shards.announced(outcome.id().shardsJob(), outcome.shardCount());
    }
  }

  private void enter(Book book, ConsumerRecord<byte[], byte[]> record, LongConsumer progress) {
    if (REQUESTS.contains(record.topic())) {
      book.request(record.value(), RecordParts.position(record), RecordParts.headers(record));
    } else if (DEAD.contains(record.topic())) {
      book.letter(RecordParts.headers(record));
    } else {
      answer(book, record);
    }
    read++;
    if (read % RECORDS_BETWEEN_NEWS == 0) {
      progress.accept(read);
    }
  }

  private void answer(Book book, ConsumerRecord<byte[], byte[]> record) {
    String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
    if (!book.answer(key, record.value())) {
      unreadable++;
    }
  }
}
