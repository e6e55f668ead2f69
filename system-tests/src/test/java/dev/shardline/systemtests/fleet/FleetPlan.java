package dev.shardline.systemtests.fleet;

import dev.shardline.transform.Transformation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a fleet is made of.
 *
 * @param workers how many transform services
 * @param slots of each
 * @param attempts how often a shard is tried
 * @param ingestHeap of an ingest service, such as {@code 256m}; null: there is none
 * @param monitored whether a monitor service is there
 * @param lock of the share group; null: as {@code shardline topics} sets it
 * @param session after which silence a member of the share group is taken for dead; null: the
 *     broker's default
 * @param plugins CPU work that the workers have beyond their own
 * @param broker properties of the broker beyond those of a local one
 */
public record FleetPlan(
    int workers,
    int slots,
    int attempts,
    @Nullable String ingestHeap,
    boolean monitored,
    @Nullable Duration lock,
    @Nullable Duration session,
    List<Class<? extends Transformation>> plugins,
    Map<String, String> broker) {

  private static final int DEFAULT_ATTEMPTS = 3;

  /** Workers of one slot that lose a lock after 3 s, and their membership after 5 s. */
  public static FleetPlan quick(int workers, List<Class<? extends Transformation>> plugins) {
    return new FleetPlan(
        workers,
        1,
        DEFAULT_ATTEMPTS,
        null,
        false,
        Duration.ofSeconds(3),
        Duration.ofSeconds(5),
        plugins,
        Map.of());
  }

  /** The same with an ingest service of that heap. */
  public FleetPlan withIngest(String heap) {
    return new FleetPlan(workers, slots, attempts, heap, monitored, lock, session, plugins, broker);
  }

  /** The same with a monitor service. */
  public FleetPlan withMonitor() {
    return new FleetPlan(
        workers, slots, attempts, ingestHeap, true, lock, session, plugins, broker);
  }

  /** The same with so many slots in each worker. */
  public FleetPlan withSlots(int slots) {
    return new FleetPlan(
        workers, slots, attempts, ingestHeap, monitored, lock, session, plugins, broker);
  }
}
