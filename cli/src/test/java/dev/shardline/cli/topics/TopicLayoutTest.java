package dev.shardline.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicLayoutTest {

  @Test
  void pinsTheDefaults() {
    assertThat(TopicLayout.DEFAULT.topics().stream().map(Step.CreateTopic::new).map(Step::toString))
        .containsExactly(
            "create topic source-requests: partitions=8, retention.ms=604800000",
            "create topic source-outcomes: partitions=8, retention.ms=2592000000",
            "create topic shards: partitions=1, retention.ms=604800000",
            "create topic shard-results: partitions=8, cleanup.policy=compact,delete,"
                + " retention.ms=2592000000",
            "create topic cancellations: partitions=1, cleanup.policy=compact,delete,"
                + " retention.ms=2592000000",
            "create topic shards-retry: partitions=1, retention.ms=604800000",
            "create topic shard-attempts: partitions=1, cleanup.policy=compact,delete,"
                + " retention.ms=604800000",
            "create topic source-progress: partitions=1, retention.ms=3600000, segment.ms=600000",
            "create topic worker-status: partitions=1, cleanup.policy=compact,delete,"
                + " retention.ms=3600000, segment.ms=600000",
            "create topic source-requests-dead: partitions=1, max.message.bytes=2162688,"
                + " retention.ms=7776000000",
            "create topic shards-dead: partitions=1, max.message.bytes=2162688,"
                + " retention.ms=7776000000");
    assertThat(TopicLayout.DEFAULT.replicationFactor()).isEqualTo((short) -1);
  }

  @Test
  void mapsEveryValue() {
    TopicLayout layout =
        new TopicLayout(
            24,
            4,
            (short) 3,
            new Retention(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(3)));

    List<PlannedTopic> topics = layout.topics();

    assertThat(topics)
        .extracting(PlannedTopic::partitions)
        .containsExactly(24, 24, 4, 24, 1, 1, 1, 1, 1, 1, 1);
    assertThat(topics).extracting(PlannedTopic::replicationFactor).containsOnly((short) 3);
    assertThat(topics)
        .extracting(topic -> topic.configs().get("retention.ms"))
        .containsExactly(
            "3600000",
            "7200000",
            "3600000",
            "7200000",
            "7200000",
            "3600000",
            "3600000",
            "3600000",
            "3600000",
            "10800000",
            "10800000");
    assertThat(topics)
        .extracting(topic -> topic.configs().get("min.insync.replicas"))
        .containsOnly("2");
  }

  @Test
  void refusesValuesOutOfTheirRange() {
    assertThatThrownBy(() -> new TopicLayout(0, 1, (short) 1, Retention.DEFAULT))
        .hasMessage("partitions must be 1 or above: 0");
    assertThatThrownBy(() -> new TopicLayout(1, 1, (short) 0, Retention.DEFAULT))
        .hasMessage("replication factor must be 1 or above, or -1 for the brokers' own: 0");
    assertThatThrownBy(() -> new Retention(Duration.ofDays(1), Duration.ZERO, Duration.ofDays(1)))
        .hasMessage("retention of answers must be above zero: PT0S");
  }

  @Test
  void acceptsAnyCleanupPolicyThatCompacts() {
    Requirement compacted = TopicLayout.DEFAULT.topics().get(3).requirements().getFirst();

    assertThat(compacted.metBy()).accepts("compact", "compact,delete", "delete, compact");
    assertThat(compacted.metBy()).rejects("delete", "");
  }
}
