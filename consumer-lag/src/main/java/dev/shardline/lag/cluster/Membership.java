package dev.shardline.lag.cluster;

import dev.shardline.lag.Fact;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a group.
 *
 * @param state as Kafka names it
 * @param members how many
 * @param topics which ones they are assigned
 */
record Membership(Fact<String> state, Fact<Integer> members, Set<String> topics) {

  /** Of a group that does not exist. */
  private static final Membership NONE =
      new Membership(Fact.known("Dead"), Fact.known(0), Set.of());

  static Membership of(ConsumerGroupDescription group) {
    return of(
        group.groupState().toString(),
        group.members(),
        group.members().stream().map(member -> member.assignment().topicPartitions()));
  }

  static Membership of(ShareGroupDescription group) {
    return of(
        group.groupState().toString(),
        group.members(),
        group.members().stream().map(member -> member.assignment().topicPartitions()));
  }

  private static Membership of(
      String state, Collection<?> members, Stream<Set<TopicPartition>> assignments) {
    return new Membership(
        Fact.known(state),
        Fact.known(members.size()),
        assignments
            .flatMap(Set::stream)
            .map(TopicPartition::topic)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * What the brokers say of it.
   *
   * @param answer null: they say nothing, as of a group that does not exist
   */
  static Membership await(String group, @Nullable KafkaFuture<Membership> answer, AdminCalls admin)
      throws InterruptedException {
    try {
      return answer == null ? NONE : admin.await(answer);
    } catch (GroupIdNotFoundException e) {
      return NONE;
    } catch (ApiException e) {
      String reason = Refusal.text(group, e);
      return new Membership(Fact.unknown(reason), Fact.unknown(reason), Set.of());
    }
  }
}
