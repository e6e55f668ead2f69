package dev.shardline.cli.redrive;

import static dev.shardline.contracts.Topics.SHARDS;
import static dev.shardline.contracts.Topics.SHARDS_DEAD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.RecordPublisher;
import dev.shardline.cli.cluster.TestCluster;
import dev.shardline.cli.cluster.TopicScan;
import dev.shardline.cli.letter.Candidate;
import dev.shardline.cli.letter.Decision;
import dev.shardline.cli.letter.LetterPlace;
import dev.shardline.cli.letter.Selection;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.requeue.Requeued;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedriveTest {

  private static final RedriveSettings ALL =
      new RedriveSettings(RedriveSettings.ALL, 3, false, false);

  /** Of this test alone, as the topics also hold what other tests write. */
  private final String unique = UUID.randomUUID().toString();

  private final Reason reason = new Reason("R" + unique.replace('-', '_').toUpperCase(Locale.ROOT));

  private Cluster cluster;

  @BeforeEach
  void connect() throws InterruptedException {
    cluster = TestCluster.connect();
  }

  @AfterEach
  void disconnect() {
    cluster.close();
  }

  @Test
  void leavesTheRestToARedriveThatBeginsMeanwhile() throws Exception {
    letters(3);
    Heard other = new Heard();
    Heard overtaken =
        new Heard() {
          @Override
          public void decided(Candidate letter, Decision decision) {
            if (!other.begun) {
              other.begun = true;
              redrive(other);
            }
          }
        };

    assertThatThrownBy(() -> redrive(overtaken)).isInstanceOf(RedriveTakenOverException.class);

    assertThat(other.redriven).isEqualTo(3);
    assertThat(overtaken.redriven).isZero();
    assertThat(copies()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void bringsBackWhatAKilledOneHadNotCommitted() throws Exception {
    letters(2);
    try (Producer<byte[], byte[]> killed = cluster.transactionalProducer("shardline-redrive")) {
      killed.initTransactions();
      killed.beginTransaction();
      var _ = killed.send(record(SHARDS, 0, new Requeued(origin(0), 0, 0, 1).headers()));
      killed.flush();
      killed.close(Duration.ZERO);
    }

    Heard heard = new Heard();
    redrive(heard);

    assertThat(heard.redriven).isEqualTo(2);
    assertThat(copies()).containsExactlyInAnyOrder(unique + "/0", unique + "/1");
  }

  @Test
  void bringsBackMoreThanOneBatch() throws Exception {
    letters(250);
    Heard heard = new Heard();
    redrive(heard);

    assertThat(heard.redriven).isEqualTo(250);
    assertThat(copies()).hasSize(250).doesNotHaveDuplicates();

    Heard again = new Heard();
    redrive(again);
    assertThat(again.redriven).isZero();
    assertThat(copies()).hasSize(250);
  }

  @Test
  void refusesAloneWhatIsTooLargeForItsTopic() throws Exception {
    letters(2);
    ProducerRecord<byte[], byte[]> large =
        new ProducerRecord<>(SHARDS_DEAD, key(2), new byte[1_048_576]);
    add(large, cause(2).headers());
    publish(List.of(large));

    Heard heard = new Heard();
    redrive(heard);

    assertThat(heard.refused)
        .containsExactly("with the headers that it needs, it is too large for shards");
    assertThat(copies()).containsExactlyInAnyOrder(unique + "/0", unique + "/1");
  }

  private void redrive(RedriveListener listener) {
    Selection selection =
        new Selection(List.of(SHARDS_DEAD), Set.of(reason), Instant.EPOCH, Set.of());
    try {
      new Redrive(cluster, selection, ALL, listener).run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void letters(int count) throws InterruptedException {
    List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      letters.add(record(SHARDS_DEAD, i, cause(i).headers()));
    }
    publish(letters);
  }

  private void publish(List<ProducerRecord<byte[], byte[]>> records) throws InterruptedException {
    try (RecordPublisher publisher = RecordPublisher.open(cluster, List.of(SHARDS_DEAD))) {
      publisher.publish(records);
    }
  }

  private DeadLetter cause(int index) {
    return new DeadLetter(
        unique + "/" + index, origin(index), new Failure(reason, "no"), 1, Instant.now(), "w");
  }

  /** Somewhere in a partition that no topic has, so that it is nobody else's. */
  private RecordPosition origin(int index) {
    return new RecordPosition(
        SHARDS, UUID.fromString(unique).hashCode() >>> 1, index, Instant.EPOCH);
  }

  private ProducerRecord<byte[], byte[]> record(
      String topic, int index, Map<String, String> headers) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, key(index), "{}".getBytes(UTF_8));
    add(record, headers);
    return record;
  }

  private byte[] key(int index) {
    return (unique + "/" + index).getBytes(UTF_8);
  }

  private static void add(ProducerRecord<byte[], byte[]> record, Map<String, String> headers) {
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
  }

  /** The keys of this test's records on the topic of shards. */
  private List<String> copies() throws InterruptedException {
    List<String> keys = new ArrayList<>();
    try (TopicScan scan =
        TopicScan.open(cluster, List.of(new TopicScan.From(SHARDS, Instant.EPOCH)))) {
      scan.read(
          List.of(SHARDS),
          record -> {
            String key = record.key() == null ? "" : new String(record.key(), UTF_8);
            if (key.startsWith(unique)) {
              keys.add(key);
            }
          });
    }
    return keys;
  }

  private static class Heard implements RedriveListener {

    private final List<String> refused = new ArrayList<>();
    private long redriven;
    private boolean begun;

    @Override
    public void missing(LetterPlace place) {}

    @Override
    public void reading(long read, long of) {}

    @Override
    public void decided(Candidate letter, Decision decision) {}

    @Override
    public void redriven(Candidate letter, long done, long of) {
      redriven = done;
    }

    @Override
    public void refused(Candidate letter, String why) {
      refused.add(why);
    }
  }
}
