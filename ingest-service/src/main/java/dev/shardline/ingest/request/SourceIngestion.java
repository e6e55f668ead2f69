package dev.shardline.ingest.request;

import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.raw.RawBodies;
import dev.shardline.ingest.shard.BodySharding;
import dev.shardline.ingest.source.SecretHeaders;
import dev.shardline.ingest.source.SourceFetcher;
import dev.shardline.ingest.source.SourceSchemes;
import dev.shardline.ingest.source.SourceTarget;

/** Fetches sources, stores their bodies and turns them into shards. Thread-safe. */
public final class SourceIngestion {

  private final SourceSchemes schemes;
  private final SecretHeaders secrets;
  private final RawBodies bodies;
  private final BodySharding shards;

  /** The parts, in the order in which a request goes through them. */
  public SourceIngestion(
      SourceSchemes schemes, SecretHeaders secrets, RawBodies bodies, BodySharding shards) {
    this.schemes = schemes;
    this.secrets = secrets;
    this.bodies = bodies;
    this.shards = shards;
  }

  /**
   * Gathers what a request needs before anything is tried.
   *
   * @throws IngestFailedException if the service has no such scheme or secret
   */
  IngestionSteps prepare(SourceRequest request) throws IngestFailedException {
    SourceFetcher fetcher = schemes.fetcherOf(request.uri());
    SourceTarget target = new SourceTarget(request.uri(), secrets.resolve(request.headers()));
    return new IngestionSteps(request, body -> fetcher.fetch(target, body), bodies, shards);
  }
}
