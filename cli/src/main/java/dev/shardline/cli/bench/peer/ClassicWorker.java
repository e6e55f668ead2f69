package dev.shardline.cli.bench.peer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The yardstick of partition mode, in a JVM of its own: a consumer of a classic group in one thread
 * that commits what it polled once all of its results are durable. Nothing else.
 */
public final class ClassicWorker {

  private static final Duration TURN = Duration.ofMillis(250);

  private ClassicWorker() {}

  /**
   * Answers so many shards, then ends.
   *
   * @param args the broker's address, the batch size, the number of shards
   */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            args[0],
            "group.id",
            RawTopics.CLASSIC_GROUP,
            "enable.auto.commit",
            false,
            "auto.offset.reset",
            "earliest",
            "max.poll.records",
            Integer.valueOf(args[1]));
    int shards = Integer.parseInt(args[2]);
    try (var consumer =
            new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        RawResults results = new RawResults(args[0])) {
      consumer.subscribe(List.of(RawTopics.CLASSIC_SHARDS));
      int answered = 0;
      while (answered < shards) {
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(TURN);
        results.answer(polled);
        if (!polled.isEmpty()) {
          consumer.commitSync();
        }
        answered += polled.count();
      }
    }
  }
}
