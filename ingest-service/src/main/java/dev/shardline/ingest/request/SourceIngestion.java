package dev.shardline.ingest.request;

import dev.shardline.contracts.source.RawObject;
import dev.shardline.contracts.source.Sharding;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.ingest.outcome.FetchLog;
import dev.shardline.ingest.raw.RawBodies;
import dev.shardline.ingest.shard.BodySharding;
import dev.shardline.ingest.source.SecretHeaders;
import dev.shardline.ingest.source.SourceFetcher;
import dev.shardline.ingest.source.SourceSchemes;
import dev.shardline.ingest.source.SourceTarget;
import java.io.IOException;

/** Fetches a source, stores its body and turns it into shards. Thread-safe. */
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
   * Ingests a source. All that came of it is durable when this method returns.
   *
   * @param log notes the attempt
   * @throws dev.shardline.ingest.outcome.IngestFailedException if the source cannot be ingested
   */
  SourceOutcome.Ingested ingest(SourceRequest request, FetchLog log)
      throws IOException, InterruptedException {
    SourceFetcher fetcher = schemes.fetcherOf(request.uri());
    SourceTarget target = new SourceTarget(request.uri(), secrets.resolve(request.headers()));
    RawObject object =
        log.attempt(() -> bodies.keep(request.id(), body -> fetcher.fetch(target, body)));
    Sharding sharding = request.sharding();
    int count = sharding == null ? 0 : shards.publish(request.id(), sharding);
    return new SourceOutcome.Ingested(request.id(), object, count, log.finish());
  }
}
