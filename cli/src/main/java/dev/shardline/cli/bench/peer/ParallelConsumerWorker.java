package dev.shardline.cli.bench.peer;

import io.confluent.parallelconsumer.ParallelConsumerOptions;
import io.confluent.parallelconsumer.ParallelConsumerOptions.CommitMode;
import io.confluent.parallelconsumer.ParallelConsumerOptions.ProcessingOrder;
import io.confluent.parallelconsumer.ParallelStreamProcessor;
import io.confluent.parallelconsumer.PollContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A peer, in a JVM of its own: Confluent's Parallel Consumer without an order, with one thread that
 * is given batches, so that the wait for the broker is paid once for each of them.
 */
public final class ParallelConsumerWorker {

  private ParallelConsumerWorker() {}

  /**
   * Answers so many shards, then ends.
   *
   * @param args the broker's address, the batch size, the number of shards
   */
  public static void main(String[] args) throws InterruptedException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            args[0],
            "group.id",
            RawTopics.PARALLEL_GROUP,
            "enable.auto.commit",
            false,
            "auto.offset.reset",
            "earliest",
            "max.poll.records",
            Integer.valueOf(args[1]));
    CountDownLatch open = new CountDownLatch(Integer.parseInt(args[2]));
    try (RawResults results = new RawResults(args[0])) {
      ParallelConsumerOptions<byte[], byte[]> options =
          ParallelConsumerOptions.<byte[], byte[]>builder()
              .consumer(
                  new KafkaConsumer<>(
                      settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()))
              .ordering(ProcessingOrder.UNORDERED)
              .commitMode(CommitMode.PERIODIC_CONSUMER_ASYNCHRONOUS)
              .maxConcurrency(1)
              .batchSize(Integer.valueOf(args[1]))
              .build();
      try (ParallelStreamProcessor<byte[], byte[]> parallel =
          ParallelStreamProcessor.createEosStreamProcessor(options)) {
        parallel.subscribe(List.of(RawTopics.PARALLEL_SHARDS));
        parallel.poll(batch -> {
          answer(results, batch);
          batch.forEach(record -> open.countDown());
        });
        open.await();
      }
    }
  }

  private static void answer(RawResults results, PollContext<byte[], byte[]> batch) {
    try {
      results.answer(batch.getConsumerRecordsFlattened());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a result cannot be published", e);
    }
  }
}
