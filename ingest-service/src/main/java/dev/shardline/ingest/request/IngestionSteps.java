package dev.shardline.ingest.request;

import dev.shardline.contracts.source.Sharding;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.ingest.outcome.FetchLog;
import dev.shardline.ingest.raw.StoredBody;
import dev.shardline.ingest.shard.BodySharding;
import dev.shardline.ingest.shard.ShardedBody;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one request: store the body, publish its shards. A body that was stored stays for
 * the attempts that follow, so that they publish shards of the same body. For one thread at a time.
 */
final class IngestionSteps {

  private final SourceRequest request;
  private final SourceFetch fetch;
  private final BodySharding shards;
  private @Nullable StoredBody stored;

  /**
   * @param fetch brings the source's body into the store
   * @param shards publishes its rows
   */
  IngestionSteps(SourceRequest request, SourceFetch fetch, BodySharding shards) {
    this.request = request;
    this.fetch = fetch;
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
    StoredBody body = stored;
    if (body == null) {
      body = log.fetch(() -> fetch.run(log.attempts()));
      stored = body;
    }
    Sharding sharding = request.sharding();
    ShardedBody sharded =
        sharding == null ? new ShardedBody(0, 0) : shards.publish(request.id(), body, sharding);
    return new SourceOutcome.Ingested(
        request.id(), body.object(), sharded.shards(), sharded.badRows(), log.finish());
  }
}
