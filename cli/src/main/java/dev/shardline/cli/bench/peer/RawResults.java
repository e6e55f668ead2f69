package dev.shardline.cli.bench.peer;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What a yardstick does for a shard, the same as a transform service: it decodes, computes, and
 * publishes the result with {@code acks=all} and no linger. Thread-safe.
 *
 * <p>It runs on the kafka-clients of a peer too, so it uses nothing that 3.9 does not have.
 */
final class RawResults implements AutoCloseable {

  private static final int FIRST_ATTEMPT = 1;

  private final Producer<byte[], byte[]> producer;

  RawResults(String bootstrapServer) {
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServer,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Returns when the results of all of them are durable. */
  void answer(Iterable<ConsumerRecord<byte[], byte[]>> shards)
      throws InterruptedException, ExecutionException {
    List<Future<?>> results = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> shard : shards) {
      results.add(producer.send(result(shard)));
    }
    for (Future<?> result : results) {
      result.get();
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private static ProducerRecord<byte[], byte[]> result(ConsumerRecord<byte[], byte[]> record) {
    Instant started = Instant.now();
    RecordPosition position =
        new RecordPosition(
            record.topic(),
            record.partition(),
            record.offset(),
            Instant.ofEpochMilli(record.timestamp()));
    return switch (ShardCodec.decode(record.value(), position)) {
      case Decoded.Valid(Shard shard) -> {
        var value = PlainSum.of(shard.number());
        Execution execution =
            new Execution(
                FIRST_ATTEMPT,
                "raw",
                Duration.between(position.timestamp(), started),
                Duration.between(started, Instant.now()));
        yield new ProducerRecord<>(
            RawTopics.RESULTS,
            shard.id().key().getBytes(StandardCharsets.UTF_8),
            ShardResultCodec.encode(
                new ShardResult.Done(
                    shard.id(), shard.transform(), shard.number(), value, execution)));
      }
      case Decoded.Invalid<?, ?> invalid ->
          throw new IllegalStateException(position + ": " + invalid.failure().message());
    };
  }
}
