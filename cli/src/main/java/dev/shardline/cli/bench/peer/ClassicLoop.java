package dev.shardline.cli.bench.peer;

import java.util.List;

/**
 * A loop of kafka-clients in a classic consumer group.
 *
 * @param batchSize its {@code max.poll.records}
 */
public record ClassicLoop(int batchSize) implements PeerLoop {

  @Override
  public String topic() {
    return RawTopics.CLASSIC_SHARDS;
  }

  @Override
  public Class<?> worker() {
    return ClassicWorker.class;
  }

  @Override
  public List<String> arguments(String bootstrapServer, int shards) {
    return List.of(bootstrapServer, Integer.toString(batchSize), Integer.toString(shards));
  }

  @Override
  public String toString() {
    return "classic loop, " + batchSize + " at a time";
  }
}
