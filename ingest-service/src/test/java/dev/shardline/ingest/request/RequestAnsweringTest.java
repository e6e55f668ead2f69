package dev.shardline.ingest.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.ingest.deadletter.DeadLetterPublisher;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.outcome.OutcomePublisher;
import dev.shardline.ingest.progress.ProgressMeter;
import dev.shardline.ingest.raw.KnownBodies;
import dev.shardline.ingest.raw.RawBodies;
import dev.shardline.ingest.retry.Backoff;
import dev.shardline.ingest.retry.RetryPolicy;
import dev.shardline.ingest.shard.BodySharding;
import dev.shardline.ingest.shard.RefusingShardPublisher;
import dev.shardline.ingest.shard.ShardPublisher;
import dev.shardline.ingest.source.SecretHeaders;
import dev.shardline.ingest.source.SourceSchemes;
import dev.shardline.objectstore.FilesystemObjectStore;
import dev.shardline.tracing.TraceContext;
import dev.shardline.tracing.Traces;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An attempt that returns an answer acknowledges a record, so that is what these tests look at. No
 * failure here may pass: see {@link RequestRetryTest}.
 */
@Timeout(60)
class RequestAnsweringTest {

  private static final RecordPosition POSITION =
      new RecordPosition("source-requests", 0, 7, Instant.parse("2026-11-23T00:00:00Z"));
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:05Z");
  private static final String STORE_ONLY = "{\"source\": \"api\", \"uri\": \"test:data\"}";
  private static final String WITH_SHARDS =
      """
      {"source": "api", "uri": "test:data", "shards": {"format": "json", "field": "n"}}
      """;

  @TempDir private Path directory;

  /** What was made durable, in order. */
  private final List<String> durable = new CopyOnWriteArrayList<>();

  private final List<DeadLetter> deadLetters = new CopyOnWriteArrayList<>();
  private StubSource fetcher =
      (_, body) -> body.write("[{\"n\": 1}, {\"n\": -1}, {\"n\": 2}]".getBytes(UTF_8));
  private ShardPublisher shards = new SlowShardPublisher();
  private OutcomePublisher outcomes =
      (outcome, _) -> durable.add("outcome of " + outcome.id().source());
  private DeadLetterPublisher deadLetterPublisher =
      letter -> {
        deadLetters.add(letter);
        durable.add("dead letter");
      };

  @Test
  void publishesTheOutcomeWhenAllShardsAreDurable() throws InterruptedException {
    SourceOutcome outcome = answer(WITH_SHARDS);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SourceOutcome.Ingested.class,
            ingested -> {
              assertThat(ingested.shardCount()).isEqualTo(3);
              assertThat(ingested.badRows()).isEqualTo(1);
            });
    assertThat(durable).hasSize(4).last().isEqualTo("outcome of api");
    assertThat(durable.subList(0, 3)).containsExactlyInAnyOrder("shard 0", "result 1", "shard 2");
  }

  @Test
  void publishesNoShardsWhereNoneAreAskedFor() throws InterruptedException {
    answer(STORE_ONLY);

    assertThat(durable).containsExactly("outcome of api");
  }

  @Test
  void putsARecordAsideBeforeItTellsOfItsFailure() throws InterruptedException {
    SourceOutcome outcome = answer("not JSON");

    assertThat(durable).containsExactly("dead letter", "outcome of unnamed");
    assertThat(outcome.fetch().attempts()).isZero();
    assertThat(deadLetters)
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.id()).isEqualTo(outcome.id().key());
          assertThat(letter.origin()).isEqualTo(POSITION);
          assertThat(letter.failure().reason()).isEqualTo(Reason.NOT_JSON);
          assertThat(letter.attempts()).isEqualTo(1);
          assertThat(letter.at()).isEqualTo(NOW);
          assertThat(letter.worker()).isEqualTo("worker-1");
        });
  }

  @Test
  void answersARecordWithoutAValue() throws InterruptedException {
    assertThat(reasonFor(null)).isEqualTo(Reason.EMPTY_RECORD);
  }

  @Test
  void countsNoAttemptForARequestThatIsRefusedBefore() throws InterruptedException {
    SourceOutcome scheme = answer("{\"source\": \"api\", \"uri\": \"ftp://host\"}");
    SourceOutcome secret =
        answer("{\"source\": \"api\", \"uri\": \"test:data\", \"headers\": {\"X\": \"y\"}}");

    assertThat(scheme.fetch().attempts()).isZero();
    assertThat(secret.fetch().attempts()).isZero();
    assertThat(deadLetters)
        .extracting(letter -> letter.failure().reason())
        .containsExactly(Reason.UNSUPPORTED_SCHEME, Reason.UNKNOWN_SECRET);
  }

  @Test
  void countsAnAttemptThatFails() throws InterruptedException {
    fetcher =
        (_, _) -> {
          throw new IngestFailedException(Reason.TIMEOUT, "too slow");
        };

    SourceOutcome outcome = answer(STORE_ONLY);

    assertThat(outcome.fetch().attempts()).isEqualTo(1);
    assertThat(outcome.message()).isEqualTo("too slow");
    assertThat(durable).containsExactly("dead letter", "outcome of api");
  }

  @Test
  void answersAlsoWhereTheServiceItselfFails() throws InterruptedException {
    fetcher =
        (_, _) -> {
          throw new IllegalStateException("a secret detail");
        };

    SourceOutcome outcome = answer(STORE_ONLY);

    assertThat(deadLetters.getFirst().failure().reason()).isEqualTo(Reason.INTERNAL_ERROR);
    assertThat(outcome.message()).contains("source-requests-0-7").doesNotContain("secret");
  }

  @Test
  void acknowledgesNothingWhenAShardCannotBePublished() {
    shards = new RefusingShardPublisher(new IllegalStateException("no broker takes it"));

    assertThatThrownBy(() -> answer(WITH_SHARDS)).hasMessageContaining("no broker takes it");

    assertThat(durable).isEmpty();
  }

  @Test
  void acknowledgesNothingWhenTheOutcomeCannotBePublished() {
    RuntimeException refused = new IllegalStateException("no broker takes it");
    outcomes =
        (_, _) -> {
          throw refused;
        };

    assertThatThrownBy(() -> answer(STORE_ONLY)).isSameAs(refused);
    assertThatThrownBy(() -> answer("not JSON")).isSameAs(refused);
  }

  @Test
  void tellsOfNoFailureWhenTheRecordCannotBePutAside() {
    RuntimeException refused = new IllegalStateException("no broker takes it");
    deadLetterPublisher =
        _ -> {
          throw refused;
        };

    assertThatThrownBy(() -> answer("not JSON")).isSameAs(refused);

    assertThat(durable).isEmpty();
  }

  @Test
  void answersNothingWhenItIsStopped() {
    fetcher =
        (_, _) -> {
          Thread.currentThread().interrupt();
          throw new IngestFailedException(Reason.SOURCE_BROKEN, "closed by interrupt");
        };

    assertThatThrownBy(() -> answer(STORE_ONLY)).isInstanceOf(InterruptedException.class);

    assertThat(Thread.interrupted()).as("consumed by whoever is told by the exception").isTrue();
    assertThat(durable).isEmpty();
  }

  private SourceOutcome answer(@Nullable String value) throws InterruptedException {
    FilesystemObjectStore objects = new FilesystemObjectStore(directory);
    RawBodies bodies = new RawBodies(objects, 1000);
    SourceIngestion ingestion =
        new SourceIngestion(
            new SourceSchemes(
                Map.of("test", (target, body) -> fetcher.fetcher().fetch(target, body))),
            new SecretHeaders(Map.of()),
            bodies,
            new KnownBodies(objects),
            new BodySharding(bodies, shards, "worker-1", 10, 0.5),
            new ProgressMeter(_ -> {}, Duration.ZERO, InstantSource.system()));
    RequestAnswering answering =
        new RequestAnswering(
            ingestion,
            new RetryPolicy(
                3, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(9), 0), new Random()),
            outcomes,
            "worker-1",
            Clock.fixed(NOW, ZoneOffset.UTC));
    Progress progress =
        answering
            .open(
                value == null ? null : value.getBytes(UTF_8),
                POSITION,
                deadLetterPublisher,
                Traces.off().processing("source-requests", 0, 0, TraceContext.NONE))
            .attempt();
    return ((Progress.Answered) progress).outcome();
  }

  private Reason reasonFor(@Nullable String value) throws InterruptedException {
    answer(value);
    return deadLetters.getLast().failure().reason();
  }

  /** Makes durable after it has returned, as a broker does. */
  private final class SlowShardPublisher implements ShardPublisher {

    private final Executor later = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);

    @Override
    public CompletionStage<Void> publish(Shard shard, TraceContext trace) {
      return CompletableFuture.runAsync(() -> durable.add("shard " + shard.id().index()), later);
    }

    @Override
    public CompletionStage<Void> publish(ShardResult.Failed result, TraceContext trace) {
      return CompletableFuture.runAsync(() -> durable.add("result " + result.id().index()), later);
    }
  }
}
