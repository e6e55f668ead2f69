package dev.shardline.lag.cluster;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;

/** A topic whose log cleaner was at work. */
final class CompactedTopic {

  private CompactedTopic() {}

  /** Creates the topic, fills it with repeats of ten keys, and waits until some are gone. */
  static void fill(LagScene scene) throws InterruptedException {
    await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> {
          scene.createTopic(
              1,
              Map.of(
                  "cleanup.policy", "compact",
                  "min.cleanable.dirty.ratio", "0.01",
                  "segment.ms", "200",
                  "max.compaction.lag.ms", "200",
                  "min.compaction.lag.ms", "0"));
          return true;
        });
    int[] written = {0};
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> {
          // The cleaner leaves the segment alone that is written to, and a new record begins one.
          scene.write(0, 20);
          written[0] += 20;
          return scene.records(Map.of(0, 0L), "read_uncommitted") < written[0];
        });
  }
}
