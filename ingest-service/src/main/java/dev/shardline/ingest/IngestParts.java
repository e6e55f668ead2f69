package dev.shardline.ingest;

import dev.shardline.ingest.outcome.OutcomePublisher;
import dev.shardline.ingest.raw.RawBodies;
import dev.shardline.ingest.request.RequestAnswering;
import dev.shardline.ingest.request.SourceIngestion;
import dev.shardline.ingest.settings.IngestSettings;
import dev.shardline.ingest.settings.WorkerId;
import dev.shardline.ingest.shard.BodySharding;
import dev.shardline.ingest.shard.ShardPublisher;
import dev.shardline.ingest.source.SecretHeaders;
import dev.shardline.ingest.source.SourceSchemes;
import dev.shardline.ingest.source.file.AllowedRoots;
import dev.shardline.ingest.source.file.FileFetcher;
import dev.shardline.ingest.source.http.HttpFetcher;
import dev.shardline.ingest.source.http.HttpTimeouts;
import dev.shardline.objectstore.FilesystemObjectStore;
import dev.shardline.objectstore.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Puts the plain parts together as the settings say. */
@ApplicationScoped
public class IngestParts {

  private final IngestSettings settings;

  IngestParts(IngestSettings settings) {
    this.settings = settings;
  }

  @Produces
  @Singleton
  ObjectStore objectStore() {
    return new FilesystemObjectStore(settings.objectStore().directory());
  }

  @Produces
  @Singleton
  HttpFetcher httpFetcher() {
    IngestSettings.Http http = settings.http();
    return new HttpFetcher(
        new HttpTimeouts(http.connectTimeout(), http.readTimeout(), http.totalTimeout()));
  }

  void close(@Disposes HttpFetcher fetcher) {
    fetcher.close();
  }

  @Produces
  @Singleton
  SourceIngestion ingestion(ObjectStore store, HttpFetcher http, ShardPublisher publisher) {
    FileFetcher file = new FileFetcher(new AllowedRoots(settings.file().roots().orElse(List.of())));
    RawBodies bodies = new RawBodies(store, settings.body().maxSize().asLongValue());
    return new SourceIngestion(
        new SourceSchemes(Map.of("http", http, "https", http, "file", file)),
        new SecretHeaders(settings.secrets()),
        bodies,
        new BodySharding(
            bodies, publisher, WorkerId.of(settings), settings.shards().maxUnconfirmed()));
  }

  @Produces
  @Singleton
  RequestAnswering answering(SourceIngestion ingestion, OutcomePublisher outcomes) {
    return new RequestAnswering(ingestion, outcomes, WorkerId.of(settings), Clock.systemUTC());
  }
}
