package dev.shardline.transform.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.tracing.TraceContext;
import dev.shardline.transform.KafkaCluster;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.ReceivedRecord.Header;
import dev.shardline.transform.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaResultPublisherTest {

  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

  private static final int MEBIBYTE = 1024 * 1024;

  private static KafkaCluster cluster;

  private final ShardId id = new ShardId(JobId.create(), 3, 9);
  private Outbox outbox;
  private KafkaResultPublisher publisher;

  @BeforeAll
  static void prepare() throws InterruptedException {
    cluster = new KafkaCluster();
    cluster.createTopics();
  }

  @BeforeEach
  void connect() {
    outbox = Outbox.connect(Map.of("bootstrap.servers", cluster.bootstrapServers()));
    publisher = new KafkaResultPublisher(outbox);
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  @Test
  void putsAResultUnderItsShardsKey() throws Exception {
    publisher.publish(done(), TraceContext.NONE).get(30, TimeUnit.SECONDS);

    assertThat(resultRecord().key()).isEqualTo(id.key());
    assertThat(new ObjectMapper().readTree(resultRecord().value()))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"jobId": "%s", "index": 3, "count": 9, "transform": "same", "number": 42,
                     "status": "DONE", "digits": 2, "sha256": "%s", "leading": "42",
                     "trailing": "42", "attempt": 2, "worker": "worker-1", "queuedMs": 40,
                     "computeMs": 7}
                    """
                        .formatted(id.job(), "a".repeat(64))));
  }

  @Test
  void aResultCarriesItsTrace() throws Exception {
    TraceContext trace =
        TraceContext.of(name -> name.equals(TraceContext.STATE) ? null : name.getBytes(UTF_8));

    publisher.publish(done(), trace).get(30, TimeUnit.SECONDS);

    assertThat(resultRecord().headers())
        .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
        .containsExactly("traceparent=traceparent", "baggage=baggage");
  }

  @Test
  void publishesAFailureBeforeAnythingElse() throws Exception {
    // In a producer's callback: a send that waits for a topic's metadata there waits for itself.
    publisher
        .publish(record("no JSON".getBytes(UTF_8)), cause())
        .thenCompose(durable -> publisher.publish(done(), TraceContext.NONE))
        .get(20, TimeUnit.SECONDS);

    assertThat(ShardResultCodec.decode(resultRecord().value())).isEqualTo(done());
  }

  @Test
  void keepsADeadRecordAsItCameAndAddsTheCause() throws Exception {
    byte[] value = "no JSON".getBytes(UTF_8);

    publisher.publish(record(value), cause()).get(30, TimeUnit.SECONDS);

    ConsumerRecord<String, byte[]> letter = letter();
    assertThat(letter.key()).isEqualTo("a-key");
    assertThat(letter.value()).isEqualTo(value);
    assertThat(DeadLetter.of(headers(letter))).contains(cause());
    assertThat(headers(letter)).contains(entry("trace", "abc")).hasSize(11);
  }

  @Test
  @SuppressWarnings("NullAway") // overlooks that the arrays of a record may be null
  void keepsADeadRecordWithoutKeyAndValue() throws Exception {
    publisher
        .publish(new ReceivedRecord(position(), 1, null, null, List.of()), cause())
        .get(30, TimeUnit.SECONDS);

    assertThat(letter().key()).isNull();
    assertThat(letter().value()).isNull();
    assertThat(DeadLetter.of(headers(letter()))).contains(cause());
  }

  @Test
  void saysOnceWhyARecordIsDeadThatWasDeadBefore() throws Exception {
    ReceivedRecord record =
        new ReceivedRecord(
            position(),
            1,
            "a-key".getBytes(UTF_8),
            "no JSON".getBytes(UTF_8),
            List.of(
                new Header(DeadLetter.REASON, "EARLIER".getBytes(UTF_8)),
                new Header(DeadLetter.VALUE_OMITTED, "true".getBytes(UTF_8))));

    publisher.publish(record, cause()).get(30, TimeUnit.SECONDS);

    assertThat(letter().headers().headers(DeadLetter.REASON)).hasSize(1);
    assertThat(headers(letter()))
        .containsEntry(DeadLetter.REASON, "NOT_JSON")
        .doesNotContainKey(DeadLetter.VALUE_OMITTED);
  }

  @Test
  void keepsADeadRecordOfTheLargestSize() throws Exception {
    byte[] value = new byte[MEBIBYTE];
    Arrays.fill(value, (byte) 'x');

    publisher.publish(record(value), cause()).get(30, TimeUnit.SECONDS);

    assertThat(letter().value()).isEqualTo(value);
  }

  @Test
  void leavesOutAValueThatIsTooLargeForTheTopicAndSaysSo() throws Exception {
    publisher.publish(record(new byte[3 * MEBIBYTE]), cause()).get(30, TimeUnit.SECONDS);

    assertThat(letter().key()).isEqualTo("a-key");
    assertThat(letter().value()).isNull();
    assertThat(headers(letter()))
        .containsEntry(DeadLetter.VALUE_OMITTED, "true")
        .containsEntry("trace", "abc");
    assertThat(DeadLetter.of(headers(letter()))).contains(cause());
  }

  private ShardResult done() {
    return new ShardResult.Done(
        id,
        "same",
        42,
        new IntegerValue(2, "a".repeat(64), "42", "42", null),
        new Execution(2, "worker-1", Duration.ofMillis(40), Duration.ofMillis(7)));
  }

  private DeadLetter cause() {
    return new DeadLetter(
        id.key(), position(), new Failure(Reason.NOT_JSON, "expected JSON"), 2, TIME, "worker-1");
  }

  private static RecordPosition position() {
    return new RecordPosition("shards", 0, 17, TIME);
  }

  private static ReceivedRecord record(byte[] value) {
    return new ReceivedRecord(
        position(),
        2,
        "a-key".getBytes(UTF_8),
        value,
        List.of(new Header("trace", "abc".getBytes(UTF_8))));
  }

  private ConsumerRecord<String, byte[]> resultRecord() {
    return only(Topics.SHARD_RESULTS, record -> id.key().equals(record.key()) ? record : null);
  }

  private ConsumerRecord<String, byte[]> letter() {
    return only(
        Topics.SHARDS_DEAD,
        record -> id.key().equals(headers(record).get(DeadLetter.ID)) ? record : null);
  }

  private static ConsumerRecord<String, byte[]> only(
      String topic, KafkaCluster.RecordReader<ConsumerRecord<String, byte[]>> reader) {
    return cluster.read(topic, reader, 1).getFirst();
  }

  private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
    return headers;
  }

  private static String text(byte @Nullable [] value) {
    return value == null ? "" : new String(value, UTF_8);
  }
}
