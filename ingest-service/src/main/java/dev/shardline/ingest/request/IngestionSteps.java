package dev.shardline.ingest.request;

import dev.shardline.contracts.source.Sharding;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.ingest.outcome.FetchLog;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.raw.StoredBody;
import dev.shardline.ingest.shard.BodySharding;
import dev.shardline.ingest.shard.ShardedBody;
import dev.shardline.ingest.source.host.SourceBusyException;
import dev.shardline.tracing.TraceKeys;
import dev.shardline.tracing.TraceSpan;
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
  private final TraceSpan span;
  private @Nullable StoredBody stored;

  /**
   * @param fetch brings the source's body into the store
   * @param shards publishes its rows
   * @param span what traces say of the request
   */
  IngestionSteps(SourceRequest request, SourceFetch fetch, BodySharding shards, TraceSpan span) {
    this.request = request;
    this.fetch = fetch;
    this.shards = shards;
    this.span = span;
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
      body = log.fetch(() -> fetch(log.attempts()));
      stored = body;
    }
    Sharding sharding = request.sharding();
    ShardedBody sharded =
        sharding == null
            ? new ShardedBody(0, 0)
            : shards.publish(request.id(), body, sharding, span);
    return new SourceOutcome.Ingested(
        request.id(), body.object(), sharded.shards(), sharded.badRows(), log.finish());
  }

  private StoredBody fetch(int attempt) throws IOException {
    TraceSpan fetching = span.step("fetch and store").with(TraceKeys.ATTEMPT, attempt);
    try {
      StoredBody body = fetch.run(attempt);
      fetching.with(TraceKeys.BYTES, body.object().bytes());
      return body;
    } catch (SourceBusyException e) {
      fetching.with(TraceKeys.OUTCOME, "BUSY");
      throw e;
    } catch (IngestFailedException e) {
      fetching.failed(e.failure().reason().code());
      throw e;
    } finally {
      fetching.end();
    }
  }
}
