package dev.shardline.ingest.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.objectstore.FilesystemObjectStore;
import dev.shardline.objectstore.ObjectBody;
import dev.shardline.objectstore.ObjectKey;
import dev.shardline.objectstore.ObjectStore;
import dev.shardline.objectstore.ObjectStoreException;
import dev.shardline.objectstore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestRetryTest {

  private static final String STORE_ONLY = "{\"source\": \"api\", \"uri\": \"test:data\"}";
  private static final String WITH_SHARDS =
      """
      {"source": "api", "uri": "test:data", "shards": {"format": "json", "field": "n"}}
      """;

  private final AtomicInteger fetches = new AtomicInteger();
  private FlakyStore store;
  private AnsweringUnderTest answering;

  @BeforeEach
  void createAnswering(@TempDir Path directory) {
    store = new FlakyStore(new FilesystemObjectStore(directory));
    answering = new AnsweringUnderTest(store);
    answering.fetcher =
        (_, body) -> {
          fetches.incrementAndGet();
          body.write("[{\"n\": 1}, {\"n\": 2}]".getBytes(UTF_8));
        };
  }

  @Test
  void waitsLongerFromAttemptToAttemptAndPublishesNothingMeanwhile() throws Exception {
    failOften(2);
    OpenRequest request = open(STORE_ONLY);

    assertThat(request.attempt()).isEqualTo(new Progress.Waiting(Duration.ofSeconds(1)));
    assertThat(request.attempt()).isEqualTo(new Progress.Waiting(Duration.ofSeconds(2)));
    assertThat(answering.outcomes).isEmpty();
    assertThat(answering.deadLetters).isEmpty();

    assertThat(request.attempt()).isInstanceOf(Progress.Answered.class);
    assertThat(answering.outcomes)
        .singleElement()
        .isInstanceOfSatisfying(
            SourceOutcome.Ingested.class,
            ingested -> assertThat(ingested.fetch().attempts()).isEqualTo(3));
  }

  @Test
  void givesUpAfterTheLastAttemptAndTellsHowManyThereWere() throws Exception {
    failOften(3);

    SourceOutcome outcome = attemptUntilAnswered(open(STORE_ONLY));

    assertThat(fetches).hasValue(3);
    assertThat(outcome.message()).isEqualTo("too slow (given up after 3 attempts)");
    assertThat(outcome.fetch().attempts()).isEqualTo(3);
    assertThat(answering.deadLetters)
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.attempts()).isEqualTo(3);
          assertThat(letter.failure().reason()).isEqualTo(Reason.TIMEOUT);
          assertThat(letter.failure().message()).isEqualTo(outcome.message());
        });
  }

  @Test
  void triesNothingAgainThatWillNotPass() throws Exception {
    answering.fetcher =
        (_, _) -> {
          fetches.incrementAndGet();
          throw new IngestFailedException(Reason.HTTP_STATUS, "status 404");
        };

    assertThat(open(STORE_ONLY).attempt()).isInstanceOf(Progress.Answered.class);

    assertThat(fetches).hasValue(1);
    assertThat(answering.outcomes).extracting(SourceOutcome::message).containsExactly("status 404");
  }

  @Test
  void triesNothingAgainThatTheServiceDoesNotUnderstand() throws Exception {
    answering.fetcher =
        (_, _) -> {
          throw new IllegalStateException("a defect");
        };

    assertThat(open(STORE_ONLY).attempt()).isInstanceOf(Progress.Answered.class);
  }

  @Test
  void triesAgainWhereTheStoreFailsToTakeTheBody() throws Exception {
    store.failingPuts = 1;

    SourceOutcome outcome = attemptUntilAnswered(open(STORE_ONLY));

    assertThat(outcome).isInstanceOf(SourceOutcome.Ingested.class);
    assertThat(outcome.fetch().attempts()).isEqualTo(2);
  }

  @Test
  void goesOnFromTheStoredBodyWhereTheStoreFailsToGiveItBack() throws Exception {
    store.failingOpens = 1;

    SourceOutcome outcome = attemptUntilAnswered(open(WITH_SHARDS));

    assertThat(outcome).isInstanceOf(SourceOutcome.Ingested.class);
    assertThat(outcome.fetch().attempts()).isEqualTo(2);
    assertThat(fetches).as("the source may have changed since").hasValue(1);
    assertThat(answering.published.shards()).hasSize(2);
  }

  private void failOften(int times) {
    var working = answering.fetcher;
    AtomicInteger failures = new AtomicInteger(times);
    answering.fetcher =
        (target, body) -> {
          if (failures.getAndDecrement() > 0) {
            fetches.incrementAndGet();
            throw IngestFailedException.passing(Reason.TIMEOUT, "too slow", new IOException("any"));
          }
          working.write(target, body);
        };
  }

  private OpenRequest open(String value) {
    return answering.open(AnsweringUnderTest.position(7), value);
  }

  private static SourceOutcome attemptUntilAnswered(OpenRequest request)
      throws InterruptedException {
    while (true) {
      if (request.attempt() instanceof Progress.Answered(SourceOutcome outcome)) {
        return outcome;
      }
    }
  }

  /** Fails as often as it is told, then works. */
  private static final class FlakyStore implements ObjectStore {

    private final ObjectStore store;
    private int failingPuts;
    private int failingOpens;

    FlakyStore(ObjectStore store) {
      this.store = store;
    }

    @Override
    public StoredObject put(ObjectKey key, long maxBytes, ObjectBody body) throws IOException {
      if (failingPuts-- > 0) {
        throw new ObjectStoreException("the disk is full", null);
      }
      return store.put(key, maxBytes, body);
    }

    @Override
    public InputStream open(ObjectKey key) {
      if (failingOpens-- > 0) {
        throw new ObjectStoreException("the disk does not answer", null);
      }
      return store.open(key);
    }

    @Override
    public boolean putIfAbsent(ObjectKey key, byte[] bytes) {
      return store.putIfAbsent(key, bytes);
    }

    @Override
    public boolean exists(ObjectKey key) {
      return store.exists(key);
    }

    @Override
    public void delete(ObjectKey key) {
      store.delete(key);
    }
  }
}
