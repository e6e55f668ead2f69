package dev.shardline.cli.bench.peer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The yardstick of queue mode, in a JVM of its own: a share loop of kafka-clients in one thread
 * that acknowledges what it polled once all of its results are durable. Nothing else: no renewal,
 * no care for what goes wrong.
 */
public final class RawWorker {

  private static final Duration TURN = Duration.ofMillis(250);

  private RawWorker() {}

  /**
   * Answers so many shards, then ends.
   *
   * @param args the broker's address, the acquire mode, the batch size, the number of shards
   */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    Map<String, Object> settings =
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
    int shards = Integer.parseInt(args[3]);
    try (var consumer =
            new KafkaShareConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        RawResults results = new RawResults(args[0])) {
      consumer.subscribe(List.of(RawTopics.SHARDS));
      int answered = 0;
      while (answered < shards) {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(TURN);
        results.answer(polled);
        polled.forEach(record -> consumer.acknowledge(record, AcknowledgeType.ACCEPT));
        consumer.commitSync();
        answered += polled.count();
      }
    }
  }
}
