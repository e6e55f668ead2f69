package dev.shardline.transform.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What can be configured. {@link SettingsCheck} holds the allowed ranges. */
@ConfigMapping(prefix = "transform")
public interface TransformSettings {

  /** How long a drain lasts unless {@link #drainTimeout()} is set. */
  String DEFAULT_DRAIN_TIMEOUT = "25s";

  /** Where shards come from: {@code queue} or {@code partitions}. */
  @WithDefault("queue")
  Consumption consumption();

  /**
   * The group's name; without it, that of the way of consumption. A share group and a classic group
   * of one name exclude each other.
   */
  Optional<String> group();

  /** How many shards are computed at a time, 1 to 1024; without it, one for each core. */
  OptionalInt slots();

  /** The worker's name in results; without it, host and process id. */
  Optional<String> workerId();

  /** The largest number that is computed, 0 or above. */
  @WithDefault("10000000")
  long maxNumber();

  /**
   * How often a shard is tried before it is given up, 1 to 100: whether its worker dies or its
   * transformation asks for another try.
   */
  @WithDefault("3")
  int maxAttempts();

  /** How long running shards may go on after SIGTERM, 0 s to 1 day. */
  @WithDefault(DEFAULT_DRAIN_TIMEOUT)
  Duration drainTimeout();

  /**
   * What the platform gives the process between SIGTERM and SIGKILL, if it is told: has to be
   * longer than {@link #drainTimeout()}.
   */
  Optional<Duration> terminationGracePeriod();

  /** How long a shard may be computed that does not say it itself, 1 ms to 7 days. */
  @WithDefault("1h")
  Duration timeLimit();

  /** How often it is told at least what this worker is at: 0, never, or 1 s to 1 min. */
  @WithDefault("5s")
  Duration statusInterval();

  /** How shards wait for their next attempt. */
  Retry retry();

  /** How factorial sums are computed. */
  Factorial factorial();

  /** A directory of jars with transformations. */
  Optional<Path> plugins();

  /** All decimal digits. */
  Decimal decimal();

  /** Where long values go. */
  ObjectStore objectStore();

  /** The settings of retries. */
  interface Retry {

    /** The wait after the first attempt, 1 ms to 1 day; it doubles with each further one. */
    @WithDefault("1s")
    Duration initialDelay();

    /** The longest wait, from the first to 1 day. */
    @WithDefault("1m")
    Duration maxDelay();
  }

  /** The settings of factorial sums. */
  interface Factorial {

    /**
     * Whether the system's GMP library computes, where that is faster: {@code auto}, {@code off} or
     * {@code required}.
     */
    @WithName("native")
    @WithDefault("auto")
    NativeUse nativeUse();

    /**
     * The memory outside of the heap that all slots may use together, 1M to 64G; numbers that would
     * need more are computed without the library.
     */
    @WithDefault("256M")
    MemorySize nativeMemory();
  }

  /** The settings of decimal digits. */
  interface Decimal {

    /** The longest decimal text inside a result, up to 512K; longer ones go to the store. */
    @WithDefault("64K")
    MemorySize inlineLimit();
  }

  /** The settings of the object store. */
  interface ObjectStore {

    /** What long values are kept in: {@code filesystem} or {@code s3}. */
    @WithDefault("filesystem")
    StoreKind kind();

    /** The directory that holds the objects; created when the first is stored. */
    @WithDefault("data/objects")
    Path directory();

    /** The bucket that holds the objects, where a bucket does. */
    StoreS3 s3();
  }

  /** The settings of a bucket. */
  interface StoreS3 {

    /** Its name: 3 to 63 lower-case letters, digits, dots and dashes. It exists already. */
    Optional<String> bucket();

    /** What all keys begin with: up to 300 letters, digits, {@code . _ -} and inner slashes. */
    Optional<String> prefix();

    /** Its region; absent: what the AWS SDK finds. */
    Optional<String> region();

    /** The address of another server that speaks S3's API; absent: AWS. */
    Optional<URI> endpoint();

    /** Whether the bucket is named in the path and not in the host's name. */
    @WithDefault("false")
    boolean pathStyle();

    /** How much of a text is sent at a time, and held in memory by each slot: 5M to 1G. */
    @WithDefault("8M")
    MemorySize partSize();
  }
}
