package dev.shardline.cli.job;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.TopicTail;
import dev.shardline.contracts.json.InvalidMessageException;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A job that is published and waited for. The position in the answers' topic is settled before the
 * first request is sent, so that no answer is missed however fast it comes. Not thread-safe.
 */
public final class JobRun<A> implements AutoCloseable {

  /** So often, in requests, answers are taken in while a long job is still being published. */
  private static final int SENT_BETWEEN_POLLS = 500;

  private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

  private final Job<A> job;
  private final AnswerFormat<A> format;
  private final JobListener<A> listener;
  private final RequestSender sender;
  private final TopicTail tail;
  private final String keyPrefix;
  private final BitSet answered = new BitSet();
  private Tally tally;
  private long firstSend;
  private long lastAnswer;

  private JobRun(Job<A> job, JobListener<A> listener, RequestSender sender, TopicTail tail) {
    this.job = job;
    this.format = job.answers();
    this.listener = listener;
    this.sender = sender;
    this.tail = tail;
    this.keyPrefix = job.id() + "/";
    this.tally = Tally.of(job.size());
  }

  /**
   * Gets ready to hear of a job's answers; nothing is published yet.
   *
   * @param listener hears each answer
   * @throws dev.shardline.cli.cluster.ClusterException if a topic is missing or cannot be read
   */
  public static <A> JobRun<A> open(Cluster cluster, Job<A> job, JobListener<A> listener)
      throws InterruptedException {
    cluster.partitions(List.of(job.requestTopic()), "WRITE");
    cluster.partitions(List.of(job.answers().topic()), "READ");
    RequestSender sender = RequestSender.open(cluster, job);
    try {
      TopicTail tail = TopicTail.fromNow(cluster, List.of(job.answers().topic()));
      return new JobRun<>(job, listener, sender, tail);
    } catch (RuntimeException | InterruptedException e) {
      sender.close();
      throw e;
    }
  }

  /**
   * Publishes a job and does not wait for its answers.
   *
   * @throws dev.shardline.cli.cluster.ClusterException if not every request became durable
   */
  public static void publishOnly(Cluster cluster, Job<?> job) throws InterruptedException {
    cluster.partitions(List.of(job.requestTopic()), "WRITE");
    cluster.partitions(List.of(job.answers().topic()), "READ");
    try (RequestSender sender = RequestSender.open(cluster, job)) {
      for (int place = 0; place < job.size(); place++) {
        sender.send(place);
      }
      sender.flush();
    }
  }

  /**
   * Publishes the job's requests. When this returns they are durable, and the job goes on whatever
   * becomes of this process; the listener has perhaps heard of the first answers.
   *
   * @throws dev.shardline.cli.cluster.ClusterException if not every request became durable. To
   *     publish the same job again is harmless: its answers have the same keys
   */
  public void publish() throws InterruptedException {
    // Sends the first fetch, which then waits at the brokers for the first answer.
    collect(Duration.ZERO);
    firstSend = System.nanoTime();
    for (int place = 0; place < job.size(); place++) {
      sender.send(place);
      listener.sent(place);
      if (place % SENT_BETWEEN_POLLS == SENT_BETWEEN_POLLS - 1) {
        collect(Duration.ZERO);
      }
    }
    sender.flush();
  }

  /**
   * Waits until every piece has its answer or the deadline has passed. May be called again.
   *
   * @throws dev.shardline.cli.cluster.ClusterException if answers cannot be read
   */
  public JobReport await(Deadline deadline) throws InterruptedException {
    while (!tally.complete() && !deadline.passed()) {
      collect(deadline.remaining(LONGEST_POLL));
    }
    Duration elapsed =
        tally.answered() == 0 ? Duration.ZERO : Duration.ofNanos(lastAnswer - firstSend);
    return new JobReport(job.id(), tally, elapsed);
  }

  @Override
  public void close() {
    sender.close();
    tail.close();
  }

  private void collect(Duration wait) throws InterruptedException {
    for (ConsumerRecord<String, String> record : tail.poll(wait)) {
      if (record.key() != null && record.value() != null && record.key().startsWith(keyPrefix)) {
        read(record);
      }
    }
  }

  private void read(ConsumerRecord<String, String> record) {
    Answer<A> answer;
    try {
      answer = format.read(record.value());
    } catch (InvalidMessageException e) {
      listener.unreadable(
          record.topic() + "-" + record.partition() + "-" + record.offset(), e.failure().message());
      return;
    }
    // Delivery is at least once: a piece that is answered again got the same answer again.
    if (answer.place() < job.size() && !answered.get(answer.place())) {
      answered.set(answer.place());
      lastAnswer = System.nanoTime();
      tally = tally.plus(answer);
      listener.answered(answer, tally);
    }
  }
}
