package dev.shardline.transform.worker;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The settings of a worker. */
@ConfigMapping(prefix = "transform")
public interface TransformConfig {

  /** Where shards come from. */
  enum Consumption {
    /** A share group: more workers than partitions, a lock for each shard. */
    QUEUE,
    /** A classic consumer group, for brokers without share groups. */
    PARTITIONS
  }

  /** Where shards come from: {@code queue} or {@code partitions}. */
  @WithDefault("queue")
  Consumption consumption();

  /**
   * The group's name. A share group and a classic group of one name exclude each other, so {@code
   * partitions} needs another.
   */
  @WithDefault("shardline-transform")
  String group();

  /** How many shards are computed at a time, from 1; without it, one for each core. */
  OptionalInt slots();

  /** The worker's name in results; without it, host and process id. */
  Optional<String> workerId();

  /** The largest number that is computed, 0 or above. */
  @WithDefault("10000000")
  long maxNumber();

  /**
   * How often a shard is delivered before it is given up, from 1 to 4: a broker archives a record
   * in silence after its fifth delivery.
   */
  @WithDefault("3")
  int maxAttempts();

  /** How long running shards may go on after SIGTERM, 0 or above. */
  @WithDefault("25s")
  Duration drainTimeout();

  /** A directory of jars with transformations. */
  Optional<Path> plugins();

  /** All decimal digits. */
  Decimal decimal();

  /** Where long values go. */
  ObjectStore objectStore();

  /** The settings of decimal digits. */
  interface Decimal {

    /** The longest decimal text inside a result, up to 512K; longer ones go to the store. */
    @WithDefault("64K")
    MemorySize inlineLimit();
  }

  /** The settings of the object store. */
  interface ObjectStore {

    /** The directory that holds the objects; created when the first is stored. */
    @WithDefault("data/objects")
    Path directory();
  }
}
