package dev.shardline.ingest;

import dev.shardline.ingest.metrics.MeteredOutcomes;
import dev.shardline.ingest.metrics.SourceMeter;
import dev.shardline.ingest.outcome.OutcomePublisher;
import dev.shardline.ingest.progress.ProgressMeter;
import dev.shardline.ingest.progress.ProgressPublisher;
import dev.shardline.ingest.raw.KnownBodies;
import dev.shardline.ingest.raw.RawBodies;
import dev.shardline.ingest.request.RequestAnswering;
import dev.shardline.ingest.request.RequestTally;
import dev.shardline.ingest.request.RequestWorkers;
import dev.shardline.ingest.request.SourceIngestion;
import dev.shardline.ingest.retry.Backoff;
import dev.shardline.ingest.retry.RetryPolicy;
import dev.shardline.ingest.settings.IngestSettings;
import dev.shardline.ingest.settings.S3Config;
import dev.shardline.ingest.settings.WorkerId;
import dev.shardline.ingest.shard.BodySharding;
import dev.shardline.ingest.shard.RedactedShards;
import dev.shardline.ingest.shard.ShardPublisher;
import dev.shardline.ingest.source.SecretHeaders;
import dev.shardline.ingest.source.SourceSchemes;
import dev.shardline.ingest.source.address.AddressRules;
import dev.shardline.ingest.source.address.Network;
import dev.shardline.ingest.source.address.UriRules;
import dev.shardline.ingest.source.file.AllowedRoots;
import dev.shardline.ingest.source.file.FileFetcher;
import dev.shardline.ingest.source.host.HostGates;
import dev.shardline.ingest.source.host.HostLimits;
import dev.shardline.ingest.source.http.HttpFetcher;
import dev.shardline.ingest.source.http.HttpRules;
import dev.shardline.ingest.source.http.HttpTimeouts;
import dev.shardline.ingest.source.s3.AllowedBuckets;
import dev.shardline.ingest.source.s3.S3Fetcher;
import dev.shardline.objectstore.FilesystemObjectStore;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.objectstore.S3ObjectStore;
import dev.shardline.tracing.Traces;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jboss.logging.Logger;

/** Puts the plain parts together as the settings say. */
@ApplicationScoped
public class IngestParts {

  private static final Logger LOG = Logger.getLogger(IngestParts.class);

  private final IngestSettings settings;

  IngestParts(IngestSettings settings) {
    this.settings = settings;
  }

  @Produces
  @Singleton
  Traces traces() {
    return Traces.ofProcess("shardline-ingest", WorkerId.of(settings), LOG::warn);
  }

  void close(@Disposes Traces traces) {
    traces.close();
  }

  @Produces
  @Singleton
  ObjectStore objectStore() {
    IngestSettings.ObjectStore store = settings.objectStore();
    return switch (store.kind()) {
      case FILESYSTEM -> new FilesystemObjectStore(store.directory());
      case S3 -> new S3ObjectStore(S3Config.store(store.s3()));
    };
  }

  @Produces
  @Singleton
  S3Fetcher s3Fetcher() {
    IngestSettings.Http http = settings.http();
    return new S3Fetcher(
        new AllowedBuckets(settings.s3().buckets().orElse(List.of())),
        S3Config.sources(settings.s3()),
        http.connectTimeout(),
        http.readTimeout(),
        http.totalTimeout());
  }

  void close(@Disposes S3Fetcher fetcher) {
    fetcher.close();
  }

  @Produces
  @Singleton
  HttpFetcher httpFetcher() {
    IngestSettings.Http http = settings.http();
    IngestSettings.PerHost perHost = http.perHost();
    return new HttpFetcher(
        new HttpTimeouts(http.connectTimeout(), http.readTimeout(), http.totalTimeout()),
        new HttpRules(
            new UriRules(
                http.allowedSchemes(),
                http.allowedHosts().orElse(List.of()),
                http.allowedPorts().orElse(List.of())),
            new AddressRules(
                http.allowedNetworks().orElse(List.of()).stream().map(Network::of).toList())),
        new HostGates(
            new HostLimits(
                perHost.maxConcurrent().orElse(settings.workers()),
                perHost.maxRate().orElse(Double.POSITIVE_INFINITY),
                settings.retry().maxDelay())));
  }

  void close(@Disposes HttpFetcher fetcher) {
    fetcher.close();
  }

  @Produces
  @Singleton
  SourceIngestion ingestion(
      ObjectStore store,
      HttpFetcher http,
      S3Fetcher s3,
      ShardPublisher publisher,
      ProgressPublisher progress) {
    FileFetcher file = new FileFetcher(new AllowedRoots(settings.file().roots().orElse(List.of())));
    SecretHeaders secrets = new SecretHeaders(settings.secrets());
    RawBodies bodies = new RawBodies(store, settings.body().maxSize().asLongValue());
    return new SourceIngestion(
        new SourceSchemes(Map.of("http", http, "https", http, "s3", s3, "file", file)),
        secrets,
        bodies,
        new KnownBodies(store),
        new BodySharding(
            bodies,
            new RedactedShards(publisher, secrets::withoutSecrets),
            WorkerId.of(settings),
            settings.shards().maxUnconfirmed(),
            settings.shards().maxBadRows()),
        new ProgressMeter(progress, settings.progress().interval(), InstantSource.system()));
  }

  @Produces
  @Singleton
  RequestAnswering answering(
      SourceIngestion ingestion, OutcomePublisher outcomes, SourceMeter meter) {
    IngestSettings.Retry retry = settings.retry();
    Backoff backoff = new Backoff(retry.initialDelay(), retry.maxDelay(), retry.jitter());
    return new RequestAnswering(
        ingestion,
        new RetryPolicy(retry.maxAttempts(), backoff, new Random()),
        new MeteredOutcomes(outcomes, meter, settings.metrics().maxSources()),
        WorkerId.of(settings),
        Clock.systemUTC());
  }

  @Produces
  @Singleton
  RequestTally tally() {
    return new RequestTally(InstantSource.system());
  }

  @Produces
  @Singleton
  RequestWorkers workers(RequestTally tally) {
    Thread.Builder threads =
        switch (settings.workerThreads()) {
          case PLATFORM -> Thread.ofPlatform().daemon();
          case VIRTUAL -> Thread.ofVirtual();
        };
    return new RequestWorkers(
        settings.workers(),
        settings.retry().maxWaiting(),
        threads.name("ingest-worker-", 1).factory(),
        tally);
  }

  @Produces
  @Singleton
  ServiceStop stop(RequestWorkers workers) {
    return new ServiceStop(workers, settings.drainTimeout());
  }

  /** For a stop by other means than SIGTERM, which has drained already when this happens. */
  void drain(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event,
      ServiceStop stop) {
    stop.drain();
  }
}
