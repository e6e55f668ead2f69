package dev.shardline.lag.cluster;

import dev.shardline.lag.ClusterAwayException;
import dev.shardline.lag.Fact;
import dev.shardline.lag.LogRange;
import dev.shardline.lag.Partition;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.ApiException;
import org.jspecify.annotations.Nullable;

/** Reads which offsets partitions have, in a number of calls that does not depend on how many. */
final class Logs {

  private final AdminCalls admin;
  private final Map<String, Uuid> ids = new HashMap<>();
  private final Set<String> recreated = new HashSet<>();

  Logs(AdminCalls admin) {
    this.admin = admin;
  }

  /**
   * The topics' partitions, sorted.
   *
   * @return by topic; unknown: it cannot be looked at, or does not exist
   */
  Map<String, Fact<Set<Partition>>> partitions(Collection<String> topics)
      throws InterruptedException {
    Map<String, Fact<Set<Partition>>> partitions = new TreeMap<>();
    if (topics.isEmpty()) {
      return partitions;
    }
    for (Map.Entry<String, KafkaFuture<TopicDescription>> answer :
        admin.call().describeTopics(topics).topicNameValues().entrySet()) {
      String topic = answer.getKey();
      try {
        TopicDescription description = admin.await(answer.getValue());
        Uuid before = ids.put(topic, description.topicId());
        if (before != null && !before.equals(description.topicId())) {
          recreated.add(topic);
        }
        partitions.put(
            topic,
            Fact.known(
                description.partitions().stream()
                    .map(info -> new Partition(topic, info.partition()))
                    .collect(Collectors.toCollection(TreeSet::new))));
      } catch (ApiException e) {
        partitions.put(topic, Fact.unknown(Refusal.text(topic, e)));
      }
    }
    return partitions;
  }

  /** Topics of the name of one that was looked at before; told once. */
  Set<String> takeRecreated() {
    Set<String> taken = Set.copyOf(recreated);
    recreated.clear();
    return taken;
  }

  /**
   * Their offsets, in two calls.
   *
   * @param isolation where the log ends: for whoever reads committed, before the first transaction
   *     that is open
   */
  Map<Partition, Fact<LogRange>> ranges(Set<Partition> partitions, IsolationLevel isolation)
      throws InterruptedException {
    Map<Partition, Fact<Long>> starts = offsets(partitions, OffsetSpec.earliest(), isolation);
    Map<Partition, Fact<Long>> ends = offsets(partitions, OffsetSpec.latest(), isolation);
    Fact<Long> untold = Fact.unknown("the brokers do not tell its offsets");
    Map<Partition, Fact<LogRange>> ranges = new HashMap<>();
    for (Partition partition : partitions) {
      ranges.put(
          partition,
          starts
              .getOrDefault(partition, untold)
              .then(start ->
                  ends.getOrDefault(partition, untold)
                      .then(end -> Fact.known(new LogRange(start, Math.max(start, end))))));
    }
    return ranges;
  }

  private Map<Partition, Fact<Long>> offsets(
      Set<Partition> partitions, OffsetSpec which, IsolationLevel isolation)
      throws InterruptedException {
    Map<Partition, Fact<Long>> offsets = new HashMap<>();
    if (partitions.isEmpty()) {
      return offsets;
    }
    ListOffsetsResult answer =
        admin
            .call()
            .listOffsets(
                partitions.stream().collect(Collectors.toMap(Logs::topicPartition, _ -> which)),
                new ListOffsetsOptions(isolation));
    @Nullable ClusterAwayException away = null;
    for (Partition partition : partitions) {
      @Nullable KafkaFuture<ListOffsetsResult.ListOffsetsResultInfo> offset =
          answer.partitionResult(topicPartition(partition));
      try {
        if (offset != null) {
          offsets.put(partition, Fact.known(admin.await(offset).offset()));
        }
      } catch (ApiException e) {
        offsets.put(partition, Fact.unknown(Refusal.text(partition.topic(), e)));
      } catch (ClusterAwayException e) {
        away = e;
      }
    }
    // A partition without a leader is no news of the others.
    if (away != null && offsets.isEmpty()) {
      throw away;
    }
    return offsets;
  }

  static TopicPartition topicPartition(Partition partition) {
    return new TopicPartition(partition.topic(), partition.number());
  }
}
