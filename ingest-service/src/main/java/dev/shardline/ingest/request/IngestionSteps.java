package dev.shardline.ingest.request;

import dev.shardline.contracts.source.RawObject;
import dev.shardline.contracts.source.Sharding;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.ingest.outcome.FetchLog;
import dev.shardline.ingest.raw.RawBodies;
import dev.shardline.ingest.shard.BodySharding;
import dev.shardline.ingest.shard.ShardedBody;
import dev.shardline.objectstore.ObjectBody;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one request: store the body, publish its shards. A body that was stored stays for
 * the attempts that follow, so that they publish shards of the same body. For one thread at a time.
 */
final class IngestionSteps {

  private final SourceRequest request;
  private final ObjectBody source;
  private final RawBodies bodies;
  private final BodySharding shards;
  private @Nullable RawObject stored;

  /**
   * @param source writes the source's body
   * @param bodies keeps it
   * @param shards publishes its rows
   */
  IngestionSteps(SourceRequest request, ObjectBody source, RawBodies bodies, BodySharding shards) {
    this.request = request;
    this.source = source;
    this.bodies = bodies;
    this.shards = shards;
  }

  /**
   * Makes an attempt. All that came of it is durable when this method returns.
   *
   * @param log notes the attempt
   * @throws dev.shardline.ingest.outcome.IngestFailedException if it fails
   */
  SourceOutcome.Ingested attempt(FetchLog log) throws IOException, InterruptedException {
    log.beginAttempt();
    RawObject object = stored;
    if (object == null) {
      object = log.fetch(() -> bodies.keep(request.id(), source));
      stored = object;
    }
    Sharding sharding = request.sharding();
    ShardedBody sharded =
        sharding == null ? new ShardedBody(0, 0) : shards.publish(request.id(), sharding);
    return new SourceOutcome.Ingested(
        request.id(), object, sharded.shards(), sharded.badRows(), log.finish());
  }
}
