package dev.shardline.ingest.request;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.progress.ProgressMeter;
import dev.shardline.ingest.raw.KnownBodies;
import dev.shardline.ingest.raw.RawBodies;
import dev.shardline.ingest.shard.BodySharding;
import dev.shardline.ingest.source.SecretHeaders;
import dev.shardline.ingest.source.SourceFetcher;
import dev.shardline.ingest.source.SourceSchemes;
import dev.shardline.tracing.TraceSpan;

/** Fetches sources, stores their bodies and turns them into shards. Thread-safe. */
public final class SourceIngestion {

  private final SourceSchemes schemes;
  private final SecretHeaders secrets;
  private final RawBodies bodies;
  private final KnownBodies known;
  private final BodySharding shards;
  private final ProgressMeter meter;

  /**
   * The parts, in the order in which a request goes through them.
   *
   * @param meter tells whoever watches how far each fetch is
   */
  public SourceIngestion(
      SourceSchemes schemes,
      SecretHeaders secrets,
      RawBodies bodies,
      KnownBodies known,
      BodySharding shards,
      ProgressMeter meter) {
    this.schemes = schemes;
    this.secrets = secrets;
    this.bodies = bodies;
    this.known = known;
    this.shards = shards;
    this.meter = meter;
  }

  /** The failure as it may be published: a source may have sent back the secret that it got. */
  Failure withoutSecrets(Failure failure) {
    return new Failure(failure.reason(), secrets.withoutSecrets(failure.message()));
  }

  /**
   * Gathers what a request needs before anything is tried.
   *
   * @param span what traces say of the request
   * @throws IngestFailedException if the service has no such scheme or secret
   */
  IngestionSteps prepare(SourceRequest request, TraceSpan span) throws IngestFailedException {
    SourceFetcher fetcher = schemes.fetcherOf(request.uri());
    SourceFetch fetch =
        new SourceFetch(request, secrets.resolve(request.headers()), fetcher, bodies, known, meter);
    return new IngestionSteps(request, fetch, shards, span);
  }
}
