package dev.shardline.transform.partition;

import dev.shardline.transform.cancellation.CancellationFollower;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.ReceivedRecords;
import dev.shardline.transform.queue.Drain;
import dev.shardline.transform.requeue.Backoff;
import dev.shardline.transform.settings.ChannelSettings;
import dev.shardline.transform.settings.Consumption;
import dev.shardline.transform.settings.CpuSlots;
import dev.shardline.transform.settings.TransformSettings;
import dev.shardline.transform.shard.ShardMeter;
import dev.shardline.transform.shard.ShardWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Shards from a classic consumer group, for brokers without share groups. They come by the batch,
 * as each polled one is a message; several of one partition run at a time; an offset is committed
 * once all before it are answered.
 */
@ApplicationScoped
public class PartitionShards {

  /** Two polls, so that slots have something to do while the next comes. */
  private static final int MAX_RECORDS = 1000;

  private static final long MAX_BYTES = 8L << 20;

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final Duration RETRY_AT_LEAST_AFTER = Duration.ofMinutes(1);

  private final TransformSettings settings;
  private final Drain drain;
  private final CancellationFollower cancellations;
  private final KafkaClientService clients;
  private final Duration commitEvery;
  private final PartitionCrew crew;

  PartitionShards(
      TransformSettings settings,
      ShardWork work,
      ShardMeter meter,
      Drain drain,
      CancellationFollower cancellations,
      KafkaClientService clients,
      @ConfigProperty(name = ChannelSettings.COMMIT_INTERVAL) long commitIntervalMillis) {
    this.settings = settings;
    this.drain = drain;
    this.cancellations = cancellations;
    this.clients = clients;
    if (commitIntervalMillis < 1) {
      throw new IllegalArgumentException(
          "%s must be 1 or above, was %d"
              .formatted(ChannelSettings.COMMIT_INTERVAL, commitIntervalMillis));
    }
    this.commitEvery = Duration.ofMillis(commitIntervalMillis);
    this.crew =
        new PartitionCrew(
            work,
            meter,
            drain,
            new Backlog(MAX_RECORDS, MAX_BYTES),
            new Backoff(
                RETRY_AFTER, RETRY_AT_LEAST_AFTER, () -> ThreadLocalRandom.current().nextDouble()),
            this::commit);
  }

  void start(@Observes StartupEvent event) {
    if (settings.consumption() == Consumption.PARTITIONS) {
      // Without the cancellations, a cancelled shard would be computed.
      crew.start(CpuSlots.of(settings.slots()).count(), cancellations::awaitCaughtUp, commitEvery);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    drain();
  }

  /** Begins nothing more, and returns when all that runs is answered or the time is over. */
  public void drain() throws InterruptedException {
    drain.begin(settings.drainTimeout());
    crew.awaitEnd();
  }

  /** Where the records go. */
  @Incoming(ChannelSettings.CHANNEL)
  public Flow.Subscriber<Message<ConsumerRecords<byte[], byte[]>>> polled() {
    return new Intake<>(this::take);
  }

  PartitionCrew crew() {
    return crew;
  }

  private CompletionStage<Void> take(Message<ConsumerRecords<byte[], byte[]>> batch) {
    int generation =
        batch
            .getMetadata(IncomingKafkaRecordBatchMetadata.class)
            .orElseThrow()
            .getConsumerGroupGenerationId();
    ConsumerRecords<byte[], byte[]> polled = batch.getPayload();
    Map<Partition, List<ReceivedRecord>> records = new HashMap<>();
    for (TopicPartition partition : polled.partitions()) {
      records.put(
          new Partition(partition.topic(), partition.partition()),
          polled.records(partition).stream().map(ReceivedRecords::of).toList());
    }
    return crew.received(generation, records);
  }

  private CompletionStage<Map<Partition, Long>> commit(Supplier<Map<Partition, Long>> answered) {
    CompletableFuture<Map<Partition, Long>> committed = new CompletableFuture<>();
    clients
        .<byte[], byte[]>getConsumer(ChannelSettings.CHANNEL)
        .runOnPollingThread(consumer -> {
          Map<Partition, Long> offsets = answered.get();
          if (offsets.isEmpty()) {
            committed.complete(offsets);
            return;
          }
          consumer.commitAsync(
              kafka(offsets),
              (_, failure) -> {
                if (failure == null) {
                  committed.complete(offsets);
                } else {
                  committed.completeExceptionally(failure);
                }
              });
        })
        .subscribe()
        .with(_ -> {}, committed::completeExceptionally);
    return committed;
  }

  static Map<TopicPartition, OffsetAndMetadata> kafka(Map<Partition, Long> offsets) {
    Map<TopicPartition, OffsetAndMetadata> known = new HashMap<>();
    offsets.forEach((partition, offset) ->
        known.put(
            new TopicPartition(partition.topic(), partition.number()),
            new OffsetAndMetadata(offset)));
    return known;
  }
}
