package dev.shardline.ingest.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be configured. {@link SettingsCheck} holds the allowed ranges. The defaults that other
 * settings refer to are in {@code application.properties}: the worker pool is set up before Quarkus
 * knows the defaults of a mapping.
 */
@ConfigMapping(prefix = "ingest")
public interface IngestSettings {

  /** The consumer group that shares the requests; {@code shardline-ingest} by default. */
  String group();

  /** How many sources are fetched at once: threads, 1 to 1000; 4 by default. */
  int workers();

  /** This process in results and dead letters; absent: its host and process id. */
  Optional<String> workerId();

  /** Sources over HTTP. */
  Http http();

  /** Bodies. */
  Body body();

  /** Sources in files. */
  File file();

  /** Where bodies are kept. */
  ObjectStore objectStore();

  /** What bodies are turned into. */
  Shards shards();

  /** Values of request headers by the names that requests use for them. */
  Map<String, String> secrets();

  /** Sources over HTTP. */
  interface Http {

    /** How long to wait for a connection: 1 ms to 1 h. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long to wait for the response, and for each further piece of its body: 1 ms to 1 h. */
    @WithDefault("30s")
    Duration readTimeout();

    /** How long to wait for the whole body: above the read timeout, at most 1 day. */
    @WithDefault("5m")
    Duration totalTimeout();
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

  /** Where bodies are kept. */
  interface ObjectStore {

    /** The directory that holds the objects. */
    @WithDefault("data/objects")
    Path directory();
  }

  /** What bodies are turned into. */
  interface Shards {

    /** How many shards of a body may be sent and not yet durable: 1 to 100,000. */
    @WithDefault("500")
    int maxUnconfirmed();
  }
}
