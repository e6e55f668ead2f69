package dev.shardline.lag.cluster;

import dev.shardline.lag.Fact;
import dev.shardline.lag.Partition;
import dev.shardline.lag.position.GroupPosition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/** Where a group is, by partition; a partition that is missing has no position. */
final class Positions {

  private Positions() {}

  /**
   * What the brokers say of it.
   *
   * @param position what they say of a partition; empty: the group has none there
   */
  static <T> Fact<Map<Partition, GroupPosition>> await(
      String group,
      KafkaFuture<Map<TopicPartition, T>> answer,
      AdminCalls admin,
      Function<T, Optional<GroupPosition>> position)
      throws InterruptedException {
    Map<Partition, GroupPosition> positions = new HashMap<>();
    try {
      for (Map.Entry<TopicPartition, ? extends @Nullable T> entry :
          admin.await(answer).entrySet()) {
        TopicPartition at = entry.getKey();
        Optional.ofNullable(entry.getValue())
            .flatMap(position)
            .ifPresent(found -> positions.put(new Partition(at.topic(), at.partition()), found));
      }
      return Fact.known(positions);
    } catch (GroupIdNotFoundException e) {
      return Fact.known(Map.of());
    } catch (ApiException e) {
      return Fact.unknown(Refusal.text(group, e));
    }
  }
}
