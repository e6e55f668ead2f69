package dev.shardline.systemtests.fleet;

import dev.shardline.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The ingest services' consumer group, as brokers see it. */
public final class IngestGroup {

  private static final String NAME = "shardline-ingest";

  private IngestGroup() {}

  /** Whether every request is acknowledged. */
  public static boolean isEmpty(Admin admin) throws InterruptedException {
    try {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin.listConsumerGroupOffsets(NAME).partitionsToOffsetAndMetadata().get();
      return ends(admin).entrySet().stream()
          .allMatch(end -> {
            OffsetAndMetadata offset = committed.get(end.getKey());
            return end.getValue().offset() == (offset == null ? 0 : offset.offset());
          });
    } catch (ExecutionException e) {
      // Brokers that just came back do not know yet; whoever waits asks again.
      return false;
    }
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> ends(Admin admin)
      throws ExecutionException, InterruptedException {
    TopicDescription topic =
        admin
            .describeTopics(List.of(Topics.SOURCE_REQUESTS))
            .allTopicNames()
            .get()
            .values()
            .stream()
            .findFirst()
            .orElseThrow();
    Map<TopicPartition, OffsetSpec> latest =
        topic.partitions().stream()
            .map(partition -> new TopicPartition(topic.name(), partition.partition()))
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get();
  }
}
