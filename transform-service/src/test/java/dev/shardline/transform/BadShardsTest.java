package dev.shardline.transform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong: one failed result, one dead letter, and the next shard goes on. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class BadShardsTest {

  /**
   * A topic takes records of 1 MiB and 12 bytes by default, and a record is more than its value.
   */
  private static final int LARGEST_VALUE = 1024 * 1024 - 200;

  private final KafkaCluster cluster = new KafkaCluster();
  private final Shards shards = new Shards(cluster, Topics.SHARDS);

  @AfterEach
  void goesOn() throws InterruptedException {
    assertThat(shards.compute(Shard.DEFAULT_TRANSFORM, Output.SUMMARY, 8)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not JSON                 | NOT_JSON      | expected a JSON object
          {"number": 5             | NOT_JSON      | expected a JSON object
          [2500]                   | NOT_AN_OBJECT | expected a JSON object, was an array
          2500                     | NOT_AN_OBJECT | expected a JSON object, was 2500
          {}                       | INVALID_FIELD | number is missing: expected an integer
          {"number": null}         | INVALID_FIELD | number: expected an integer
          {"number": -1}           | INVALID_FIELD | number: expected an integer of 0 or above
          {"number": 2500.5}       | INVALID_FIELD | number: expected an integer of 0 or above
          {"number": "2500"}       | INVALID_FIELD | was the text "2500"
          {"number": 1e30}         | INVALID_FIELD | number: expected an integer of 0 or above
          {"number": 10000001}     | NUMBER_TOO_LARGE | number: expected at most 10000000, was 10000001
          {"number": 1, "transform": "hungry"} | NUMBER_TOO_LARGE | MiB of heap
          {"number": 1, "transform": "other"}  | UNKNOWN_TRANSFORM | factorial-sum
          {"number": 1, "output": "hex"}       | INVALID_FIELD | output: expected one of summary, decimal
          {"number": 1, "jobId": "5"}          | INVALID_FIELD | jobId: expected a UUID
          """)
  void answersWhatIsNoGoodShard(String value, String reason, String message) throws Exception {
    requireFailure(value.getBytes(UTF_8), reason, message);
  }

  @Test
  void answersARecordWithoutAValue() throws Exception {
    requireFailure(null, "EMPTY_RECORD", "the record has no value");
  }

  @Test
  void answersAnEmptyValue() throws Exception {
    requireFailure(new byte[0], "EMPTY_RECORD", "the record has no value");
  }

  @Test
  void answersGarbageOfTheLargestSize() throws Exception {
    requireFailure("x".repeat(LARGEST_VALUE).getBytes(UTF_8), "NOT_JSON", "expected a JSON object");
  }

  @Test
  void computesAShardOfTheLargestSize() throws Exception {
    String shard = "{\"number\": 8}";

    assertThat(shards.answer(shard + " ".repeat(LARGEST_VALUE - shard.length())))
        .isInstanceOf(ShardResult.Done.class);
  }

  @SuppressWarnings("NullAway") // a record may be without a value
  private void requireFailure(byte @Nullable [] value, String reason, String message)
      throws InterruptedException {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.SHARDS, "a-key", value);
    record.headers().add("trace", "abc".getBytes(UTF_8));
    RecordPosition position = Shards.position(cluster.send(List.of(record)).getFirst());
    ShardId id = ShardId.single(position.derivedJobId());

    ShardResult.Failed failed = (ShardResult.Failed) cluster.results(id.job(), 1).getFirst();
    assertThat(failed.id()).isEqualTo(id);
    assertThat(failed.failure().reason().code()).isEqualTo(reason);
    assertThat(failed.failure().message()).contains(message);

    // Usually 1: Kafka's client may have acquired it before for a member that left without having
    // it.
    requireDeadLetter(value, position, id, failed.failure(), failed.execution().attempt());
  }

  private void requireDeadLetter(
      byte @Nullable [] value, RecordPosition position, ShardId id, Failure failure, int attempt) {
    ConsumerRecord<String, byte[]> letter =
        cluster
            .read(
                Topics.SHARDS_DEAD,
                dead -> id.key().equals(headers(dead).get(DeadLetter.ID)) ? dead : null,
                1)
            .getFirst();
    assertThat(letter.key()).isEqualTo("a-key");
    assertThat(letter.value()).isEqualTo(value);
    assertThat(headers(letter)).containsEntry("trace", "abc");
    assertThat(DeadLetter.of(headers(letter)))
        .hasValueSatisfying(cause -> {
          assertThat(cause.origin()).isEqualTo(position);
          assertThat(cause.failure()).isEqualTo(failure);
          assertThat(cause.attempts()).isEqualTo(attempt);
          assertThat(cause.worker()).isEqualTo("worker-under-test");
        });
  }

  private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), UTF_8));
    }
    return headers;
  }
}
