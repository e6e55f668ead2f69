package dev.shardline.ingest.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.ingest.outcome.OutcomePublisher;
import dev.shardline.ingest.progress.ProgressMeter;
import dev.shardline.ingest.raw.KnownBodies;
import dev.shardline.ingest.raw.RawBodies;
import dev.shardline.ingest.retry.Backoff;
import dev.shardline.ingest.retry.RetryPolicy;
import dev.shardline.ingest.shard.BodySharding;
import dev.shardline.ingest.shard.RecordingShardPublisher;
import dev.shardline.ingest.shard.ShardPublisher;
import dev.shardline.ingest.source.SecretHeaders;
import dev.shardline.ingest.source.SourceFetcher;
import dev.shardline.ingest.source.SourceSchemes;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.tracing.TraceContext;
import dev.shardline.tracing.TraceSpan;
import dev.shardline.tracing.Traces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The answering of requests over a real store, with the sources of scheme {@code test} and the
 * topics in the hands of a test. Each request is tried three times, with a delay of 1 s, then 2 s,
 * and up to an hour where the source asks for it. The clock stands still.
 */
final class AnsweringUnderTest {

  static final Instant NOW = Instant.parse("2026-11-23T00:00:05Z");

  final List<SourceOutcome> outcomes = new CopyOnWriteArrayList<>();
  final List<DeadLetter> deadLetters = new CopyOnWriteArrayList<>();
  final RecordingShardPublisher published = new RecordingShardPublisher();
  StubSource fetcher = (_, body) -> body.write("[{\"n\": 1}, {\"n\": 2}]".getBytes(UTF_8));
  SourceFetcher source = (target, body) -> fetcher.fetcher().fetch(target, body);
  ShardPublisher shards = published;
  OutcomePublisher outcomePublisher = (outcome, _) -> outcomes.add(outcome);
  TraceSpan span = Traces.off().processing("source-requests", 0, 0, TraceContext.NONE);
  Duration firstDelay = Duration.ofSeconds(1);

  private final ObjectStore store;

  AnsweringUnderTest(ObjectStore store) {
    this.store = store;
  }

  /** Begins work on a record. */
  OpenRequest open(RecordPosition position, String value) {
    RawBodies bodies = new RawBodies(store, 1000);
    SourceIngestion ingestion =
        new SourceIngestion(
            new SourceSchemes(Map.of("test", (target, body) -> source.fetch(target, body))),
            new SecretHeaders(Map.of()),
            bodies,
            new KnownBodies(store),
            new BodySharding(bodies, shards, "worker-1", 1, 0.5),
            new ProgressMeter(_ -> {}, Duration.ZERO, InstantSource.system()));
    RetryPolicy retries =
        new RetryPolicy(3, new Backoff(firstDelay, Duration.ofHours(1), 0), new Random());
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return new RequestAnswering(
            ingestion,
            retries,
            (outcome, trace) -> outcomePublisher.publish(outcome, trace),
            "worker-1",
            clock)
        .open(value.getBytes(UTF_8), position, deadLetters::add, span);
  }

  /** The position of a record at the offset. */
  static RecordPosition position(long offset) {
    return new RecordPosition("source-requests", 0, offset, Instant.parse("2026-11-23T00:00:00Z"));
  }
}
