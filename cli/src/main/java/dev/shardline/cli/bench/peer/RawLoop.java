package dev.shardline.cli.bench.peer;

import java.util.List;
import java.util.Locale;

/**
 * A share loop of kafka-clients.
 *
 * @param acquireMode {@code share.acquire.mode} of its consumer
 * @param batchSize its {@code max.poll.records}
 */
public record RawLoop(String acquireMode, int batchSize) implements PeerLoop {

  /** The two there are: as many records as a poll gives, or all of a producer's batch. */
  private static final List<String> ACQUIRE_MODES = List.of("record_limit", "batch_optimized");

  /** Each mode with each size. */
  public static List<RawLoop> all(List<Integer> batchSizes) {
    return ACQUIRE_MODES.stream()
        .flatMap(mode -> batchSizes.stream().map(size -> new RawLoop(mode, size)))
        .toList();
  }

  @Override
  public String topic() {
    return RawTopics.SHARDS;
  }

  @Override
  public Class<?> worker() {
    return RawWorker.class;
  }

  @Override
  public List<String> arguments(String bootstrapServer, int shards) {
    return List.of(
        bootstrapServer, acquireMode, Integer.toString(batchSize), Integer.toString(shards));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "raw loop, %s, %d at a time", acquireMode, batchSize);
  }
}
