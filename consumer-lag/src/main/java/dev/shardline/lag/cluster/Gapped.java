package dev.shardline.lag.cluster;

import dev.shardline.lag.LogRange;
import dev.shardline.lag.Partition;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * Where offsets may have no record: topics that are compacted, and partitions that transactions
 * wrote to. Brokers tell of a transactional producer for a day after it wrote last; what was seen
 * once stays.
 */
final class Gapped {

  private static final Duration KEPT = Duration.ofSeconds(30);

  private final AdminCalls admin;
  private final Set<Partition> transactional = new HashSet<>();
  private final Map<Partition, Long> lookedAt = new HashMap<>();
  private Map<String, Boolean> compacted = Map.of();
  private long compactedReadAt;

  Gapped(AdminCalls admin) {
    this.admin = admin;
  }

  /** Looks at what was written to since it was last looked at. */
  void look(Map<Partition, LogRange> logs) throws InterruptedException {
    lookAtConfigs(logs.keySet().stream().map(Partition::topic).collect(Collectors.toSet()));
    List<Partition> changed =
        logs.entrySet().stream()
            .filter(log -> !transactional.contains(log.getKey()))
            .filter(log -> log.getValue().start() < log.getValue().end())
            .filter(log -> lookedAt.getOrDefault(log.getKey(), -1L) != log.getValue().end())
            .map(Map.Entry::getKey)
            .toList();
    lookAtProducers(changed, logs);
    transactional.retainAll(logs.keySet());
    lookedAt.keySet().retainAll(logs.keySet());
  }

  void forget(Set<String> topics) {
    if (!topics.isEmpty()) {
      transactional.removeIf(partition -> topics.contains(partition.topic()));
      lookedAt.keySet().removeIf(partition -> topics.contains(partition.topic()));
      compacted = Map.of();
    }
  }

  boolean isCompacted(Partition partition) {
    return compacted.getOrDefault(partition.topic(), false);
  }

  boolean isTransactional(Partition partition) {
    return transactional.contains(partition);
  }

  /** A gap was met where no producer was known to make it. */
  void met(Partition partition) {
    transactional.add(partition);
  }

  private void lookAtProducers(Collection<Partition> partitions, Map<Partition, LogRange> logs)
      throws InterruptedException {
    if (partitions.isEmpty()) {
      return;
    }
    var answer =
        admin.call().describeProducers(partitions.stream().map(Logs::topicPartition).toList());
    for (Partition partition : partitions) {
      KafkaFuture<PartitionProducerState> producers =
          answer.partitionResult(Logs.topicPartition(partition));
      try {
        if (admin.await(producers).activeProducers().stream().anyMatch(Gapped::isTransactional)) {
          transactional.add(partition);
        }
        LogRange log = logs.get(partition);
        if (log != null) {
          lookedAt.put(partition, log.end());
        }
      } catch (ApiException e) {
        // Whoever may not see producers may not read either: counting says so where it matters.
        transactional.add(partition);
      }
    }
  }

  /** Others have no coordinator: its epoch is -1. */
  private static boolean isTransactional(ProducerState producer) {
    return producer.coordinatorEpoch().orElse(-1) >= 0
        || producer.currentTransactionStartOffset().isPresent();
  }

  private void lookAtConfigs(Set<String> topics) throws InterruptedException {
    long now = System.nanoTime();
    if (topics.isEmpty()
        || (compacted.keySet().containsAll(topics) && now - compactedReadAt < KEPT.toNanos())) {
      return;
    }
    List<ConfigResource> resources =
        topics.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    var answers = admin.call().describeConfigs(resources).values();
    Map<String, Boolean> read = new HashMap<>();
    for (ConfigResource resource : resources) {
      var answer = answers.get(resource);
      try {
        if (answer != null) {
          var entry = admin.await(answer).get(TopicConfig.CLEANUP_POLICY_CONFIG);
          @Nullable String policy = entry == null ? null : entry.value();
          read.put(
              resource.name(),
              policy != null && policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT));
        }
      } catch (ApiException e) {
        // As above: unless it is known that it is not, it may be.
        read.put(resource.name(), true);
      }
    }
    compacted = read;
    compactedReadAt = now;
  }
}
