package dev.shardline.transform.partition;

import dev.shardline.transform.settings.ChannelSettings;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Hears which partitions the group gives this worker and takes from it, on the polling thread. */
@ApplicationScoped
@Identifier(ChannelSettings.CHANNEL)
public class PartitionRebalance implements KafkaConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(PartitionRebalance.class);

  private static final Duration COMMIT_WITHIN = Duration.ofSeconds(5);

  private final PartitionShards shards;

  PartitionRebalance(PartitionShards shards) {
    this.shards = shards;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    shards.crew().assigned(ours(partitions), consumer.groupMetadata().generationId());
    if (!partitions.isEmpty()) {
      LOG.infof("Taking shards from %s", partitions);
    }
  }

  /** Told of those too that are another worker's already. */
  @Override
  public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    if (!partitions.isEmpty()) {
      LOG.infof("Leaving %s to other workers", partitions);
    }
    try {
      shards.crew().revoked(ours(partitions), answered -> commit(consumer, answered.get()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static CompletionStage<Map<Partition, Long>> commit(
      Consumer<?, ?> consumer, Map<Partition, Long> offsets) {
    try {
      if (!offsets.isEmpty()) {
        consumer.commitSync(PartitionShards.kafka(offsets), COMMIT_WITHIN);
      }
      return CompletableFuture.completedFuture(offsets);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static List<Partition> ours(Collection<TopicPartition> partitions) {
    return partitions.stream()
        .map(partition -> new Partition(partition.topic(), partition.partition()))
        .toList();
  }
}
