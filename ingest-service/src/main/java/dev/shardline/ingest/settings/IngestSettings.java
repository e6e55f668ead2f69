package dev.shardline.ingest.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What can be configured. {@link SettingsCheck} holds the allowed ranges. The default that another
 * setting refers to is in {@code application.properties}: the channel is set up before Quarkus
 * knows the defaults of a mapping.
 */
@ConfigMapping(prefix = "ingest")
public interface IngestSettings {

  /** The consumer group that shares the requests; {@code shardline-ingest} by default. */
  String group();

  /** How many sources are fetched at once: threads, 1 to 1000. */
  @WithDefault("4")
  int workers();

  /** What these threads are: {@code platform} or {@code virtual}. */
  @WithDefault("virtual")
  WorkerThreads workerThreads();

  /** This process in results and dead letters; absent: its host and process id. */
  Optional<String> workerId();

  /**
   * How long fetches that run may go on after SIGTERM: 0 to 1 day. What is not answered by then is
   * delivered again. The default leaves time to close connections within the 30 s that Kubernetes
   * gives by default.
   */
  @WithDefault("25s")
  Duration drainTimeout();

  /**
   * When the process is killed after SIGTERM, such as Kubernetes' {@code
   * terminationGracePeriodSeconds}: above the drain timeout, at most 2 days. Absent: not known, and
   * not checked.
   */
  Optional<Duration> terminationGracePeriod();

  /** How often it is told at least what this worker is at: 0, never, or 1 s to 1 min. */
  @WithDefault("5s")
  Duration statusInterval();

  /** What is done about failures that may pass. */
  Retry retry();

  /** Sources over HTTP. */
  Http http();

  /** Bodies. */
  Body body();

  /** Sources in files. */
  File file();

  /** Sources in S3. */
  SourceS3 s3();

  /** Where bodies are kept. */
  ObjectStore objectStore();

  /** What bodies are turned into. */
  Shards shards();

  /** What is counted. */
  Metrics metrics();

  /** What is told of fetches that go on. */
  Progress progress();

  /** Values of request headers by the names that requests use for them. */
  Map<String, String> secrets();

  /**
   * What is done about failures that may pass: timeouts, connections that fail or break off,
   * statuses 429, 502, 503 and 504, S3 that fails or asks for fewer requests, and an object store
   * that fails.
   */
  interface Retry {

    /** How often a request is tried in all: 1, never again, to 20. */
    @WithDefault("3")
    int maxAttempts();

    /** How long to wait after the first attempt, twice as long after each further: 1 ms to 1 h. */
    @WithDefault("1s")
    Duration initialDelay();

    /**
     * The longest wait: the initial delay to 1 day. A source that asks for a longer one by {@code
     * Retry-After} is given up at once.
     */
    @WithDefault("1m")
    Duration maxDelay();

    /** The share of each wait that is drawn at random: 0, none, to 1, all of it. */
    @WithDefault("0.5")
    double jitter();

    /**
     * How many requests may wait for their next attempt before no further ones are taken: 1 to
     * 10,000. Each takes memory for its record, which Kafka limits to 1 MiB by default.
     */
    @WithDefault("100")
    int maxWaiting();
  }

  /** Sources over HTTP. */
  interface Http {

    /** How long to wait for a connection: 1 ms to 1 h. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long to wait for the response, and for each further piece of its body: 1 ms to 1 h. */
    @WithDefault("30s")
    Duration readTimeout();

    /**
     * How long to wait for the whole body, redirects and pages included: above the read timeout, at
     * most 1 day.
     */
    @WithDefault("5m")
    Duration totalTimeout();

    /** Which schemes may be used: {@code http}, {@code https}. */
    @WithDefault("https,http")
    List<String> allowedSchemes();

    /** Which hosts may be asked: names, or {@code *.example.com}; none: every host. */
    Optional<List<String>> allowedHosts();

    /** Which ports may be asked: 1 to 65535; none: every port. */
    Optional<List<Integer>> allowedPorts();

    /**
     * Which addresses may be connected to beside those of the internet: addresses or blocks, such
     * as {@code 10.0.0.0/8}. None: loopback, private, link-local and other special addresses are
     * refused.
     */
    Optional<List<String>> allowedNetworks();

    /** What one host is asked at most. */
    PerHost perHost();
  }

  /** What one host is asked at most: less is found out while it is asked. */
  interface PerHost {

    /** How many requests may be under way at a time: 1 to 1000; absent: as many as workers. */
    OptionalInt maxConcurrent();

    /** How many requests may begin in a second: above 0 to 1,000,000; absent: any number. */
    OptionalDouble maxRate();
  }

  /** Bodies. */
  interface Body {

    /**
     * The largest body to store: 1 byte or above. The default is about what a link of 30 Mbit/s
     * brings within the default total timeout.
     */
    @WithDefault("1G")
    MemorySize maxSize();
  }

  /** Sources in files. */
  interface File {

    /** The directories below which files may be read; none: no file may. */
    Optional<List<Path>> roots();
  }

  /** Sources in S3. Waits are those of HTTP. */
  interface SourceS3 {

    /** The buckets whose objects may be read; none: no object may. */
    Optional<List<String>> buckets();

    /** The region of the buckets; absent: what the AWS SDK finds. */
    Optional<String> region();

    /** The address of another server that speaks S3's API; absent: AWS. */
    Optional<URI> endpoint();

    /** Whether the bucket is named in the path and not in the host's name. */
    @WithDefault("false")
    boolean pathStyle();
  }

  /** Where bodies are kept. */
  interface ObjectStore {

    /** What they are kept in: {@code filesystem} or {@code s3}. */
    @WithDefault("filesystem")
    StoreKind kind();

    /** The directory that holds the objects, where a directory does. */
    @WithDefault("data/objects")
    Path directory();

    /** The bucket that holds the objects, where a bucket does. */
    StoreS3 s3();
  }

  /** The bucket that holds bodies. */
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

    /**
     * How much of a body is sent at a time, and held in memory by each worker: 5M to 1G. A body has
     * 10,000 parts at most.
     */
    @WithDefault("8M")
    MemorySize partSize();
  }

  /** What bodies are turned into. */
  interface Shards {

    /** How many shards of a body may be sent and not yet durable: 1 to 100,000. */
    @WithDefault("500")
    int maxUnconfirmed();

    /**
     * The largest share of a body's rows that may be unreadable or without a usable number, where
     * the request does not say it: 0, none, to 1, all. Beyond it the source fails.
     */
    @WithDefault("0.1")
    double maxBadRows();
  }

  /** What is counted. */
  interface Metrics {

    /**
     * How many sources are counted apart, the first that come, while all others are counted
     * together: 0 to 10,000.
     */
    @WithDefault("100")
    int maxSources();
  }

  /** What is told of fetches that go on. */
  interface Progress {

    /**
     * How often at most, and how long a fetch goes on before anything is told of it: 0, never, to 1
     * h.
     */
    @WithDefault("1s")
    Duration interval();
  }
}
