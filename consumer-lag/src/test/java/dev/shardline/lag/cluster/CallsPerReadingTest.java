package dev.shardline.lag.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.broker.TestBroker;
import dev.shardline.lag.LagReading;
import dev.shardline.lag.StartPolicy;
import dev.shardline.lag.WatchedGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallsPerReadingTest {

  private static final int MOST = 15;

  private final List<LagScene> scenes = new ArrayList<>();

  @AfterEach
  void close() {
    scenes.forEach(LagScene::close);
  }

  @Test
  void areAsManyForThreeConsumerGroupsOfFortyPartitionsAsForOneOfOne() throws Exception {
    List<WatchedGroup> one = List.of(consumerGroup(1));
    List<WatchedGroup> three = List.of(consumerGroup(40), consumerGroup(40), consumerGroup(40));

    assertThat(calls(three)).isEqualTo(calls(one)).isBetween(1, MOST - 1);
  }

  @Test
  void areAsManyForThreeGroupsOfEachKindAsForOneOfEach() throws Exception {
    List<WatchedGroup> one = List.of(consumerGroup(1), shareGroup(1));
    List<WatchedGroup> three =
        List.of(
            consumerGroup(40),
            shareGroup(40),
            consumerGroup(40),
            shareGroup(40),
            consumerGroup(40),
            shareGroup(40));

    assertThat(calls(three)).isEqualTo(calls(one)).isBetween(1, MOST - 1);
  }

  @Test
  void areFewForTheFirstReadingAsWell() throws Exception {
    List<WatchedGroup> groups = List.of(consumerGroup(40), shareGroup(40));
    try (ClusterLagReader reader = reader()) {
      assertThat(reader.read(groups).adminCalls()).isBetween(1, MOST - 1);
    }
  }

  private WatchedGroup consumerGroup(int partitions) throws InterruptedException {
    return scene(partitions).consumerGroup(StartPolicy.EARLIEST);
  }

  private WatchedGroup shareGroup(int partitions) throws InterruptedException {
    LagScene scene = scene(partitions);
    scene.beginAt("earliest");
    return scene.share();
  }

  private LagScene scene(int partitions) throws InterruptedException {
    LagScene scene = LagScene.open();
    scenes.add(scene);
    scene.createTopic(partitions, Map.of());
    scene.writeToEach(partitions);
    return scene;
  }

  /** Of a reading after those that look at what hardly ever changes. */
  private static int calls(List<WatchedGroup> groups) throws InterruptedException {
    try (ClusterLagReader reader = reader()) {
      reader.read(groups);
      reader.read(groups);
      LagReading reading = reader.read(groups);
      assertThat(reading.groups())
          .as("all is known, so that all was asked for")
          .allSatisfy(group -> assertThat(group.lag().found()).isPresent());
      return reading.adminCalls();
    }
  }

  private static ClusterLagReader reader() {
    return new ClusterLagReader(
        Map.of("bootstrap.servers", TestBroker.shared().bootstrapServers()),
        Duration.ofSeconds(20));
  }
}
