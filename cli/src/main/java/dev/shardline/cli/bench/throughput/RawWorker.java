package dev.shardline.cli.bench.throughput;

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
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The yardstick, in a JVM of its own: a share loop of kafka-clients in one thread that does what a
 * transform service does for a shard. It decodes, computes, publishes the result with {@code
 * acks=all} and no linger, and acknowledges what it polled once all of it is durable. Nothing else:
 * no renewal, no care for what goes wrong.
 */
public final class RawWorker {

  private static final Duration TURN = Duration.ofMillis(250);

  private final ShareConsumer<byte[], byte[]> consumer;
  private final Producer<byte[], byte[]> producer;

  private RawWorker(ShareConsumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer) {
    this.consumer = consumer;
    this.producer = producer;
  }

  /** What {@link #main} is to be given. */
  static List<String> arguments(String bootstrapServer, RawLoop loop, int shards) {
    return List.of(
        bootstrapServer,
        loop.acquireMode(),
        Integer.toString(loop.batchSize()),
        Integer.toString(shards));
  }

  /**
   * Answers so many shards, then ends.
   *
   * @param args the broker's address, the acquire mode, the batch size, the number of shards
   */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    Map<String, Object> consumer =
        Map.of(
            "bootstrap.servers",
            args[0],
            "group.id",
            RawTopics.GROUP,
            "share.acknowledgement.mode",
            "explicit",
            "share.acquire.mode",
            args[1],
            "max.poll.records",
            Integer.valueOf(args[2]));
    Map<String, Object> producer =
        Map.of(
            "bootstrap.servers",
            args[0],
            "acks",
            "all",
            "enable.idempotence",
            true,
            "linger.ms",
            0);
    try (var shards =
            new KafkaShareConsumer<>(
                consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var results =
            new KafkaProducer<>(producer, new ByteArraySerializer(), new ByteArraySerializer())) {
      shards.subscribe(List.of(RawTopics.SHARDS));
      new RawWorker(shards, results).answer(Integer.parseInt(args[3]));
    }
  }

  private void answer(int shards) throws InterruptedException, ExecutionException {
    int answered = 0;
    while (answered < shards) {
      ConsumerRecords<byte[], byte[]> polled = consumer.poll(TURN);
      List<Future<?>> results = new ArrayList<>(polled.count());
      for (ConsumerRecord<byte[], byte[]> record : polled) {
        results.add(producer.send(result(record)));
      }
      for (Future<?> result : results) {
        result.get();
      }
      polled.forEach(record -> consumer.acknowledge(record, AcknowledgeType.ACCEPT));
      consumer.commitSync();
      answered += polled.count();
    }
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
                record.deliveryCount().orElse((short) 1),
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
