package dev.shardline.ingest.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.worker.WorkerStatus.Answers;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.objectstore.FilesystemObjectStore;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sources by what they do: {@code test:good} answers, {@code test:hangs} waits for the test, {@code
 * test:busy} asks not to be tried again for an hour, {@code test:flaky} fails once.
 */
@Timeout(60)
class RequestWorkersTest {

  private static final Duration LONG = Duration.ofSeconds(50);

  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final List<Throwable> unanswerable = new CopyOnWriteArrayList<>();
  private final List<String> fetched = new CopyOnWriteArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger offsets = new AtomicInteger();
  private final RequestTally tally = new RequestTally(InstantSource.system());
  private final RequestWorkers workers =
      new RequestWorkers(2, 10, Thread.ofPlatform().daemon().factory(), tally);
  private AnsweringUnderTest answering;

  @BeforeEach
  void createAnswering(@TempDir Path directory) {
    answering = new AnsweringUnderTest(new FilesystemObjectStore(directory));
    answering.firstDelay = Duration.ofMillis(1);
    answering.fetcher =
        (target, body) -> {
          String source = target.uri().getSchemeSpecificPart();
          boolean first = !fetched.contains(source);
          fetched.add(source);
          switch (source) {
            case "hangs" -> awaitRelease();
            case "busy" -> throw busy(Duration.ofHours(1));
            case "flaky" -> {
              if (first) {
                throw busy(Duration.ZERO);
              }
            }
            default -> {}
          }
          body.write("abc".getBytes(UTF_8));
        };
  }

  @AfterEach
  void stopWorkers() throws InterruptedException {
    released.countDown();
    workers.drain(LONG);
  }

  @Test
  void tallyWhatIsWorkedOnWhatWaitsAndWhatWasAnswered() {
    start("hangs");
    start("busy");
    await().until(() -> fetched.size() == 2 && tally.oldest(10).size() == 1);

    assertThat(tally.held()).isEqualTo(2);
    assertThat(tally.oldest(10))
        .singleElement()
        .satisfies(running -> {
          assertThat(running.work()).isEqualTo("hangs");
          assertThat(running.attempt()).isEqualTo(1);
        });

    released.countDown();
    start("no source");
    await().until(() -> tally.held() == 1);

    assertThat(tally.answers()).isEqualTo(new Answers(1, 1, 0));
    assertThat(tally.oldest(10)).isEmpty();
  }

  @Test
  void acknowledgeWhatIsAnswered() {
    start("good");

    await().untilAsserted(() -> assertThat(acknowledged).containsExactly("good"));
    assertThat(answering.outcomes).hasSize(1);
  }

  @Test
  void tryAgainAfterTheDelay() {
    start("flaky");

    await().untilAsserted(() -> assertThat(acknowledged).containsExactly("flaky"));
    assertThat(answering.outcomes.getFirst().fetch().attempts()).isEqualTo(2);
  }

  @Test
  void areNotHeldByRequestsThatWait() {
    start("busy");
    start("busy");
    start("busy");

    start("good");

    await().untilAsserted(() -> assertThat(acknowledged).containsExactly("good"));
    assertThat(fetched).containsOnlyOnce("good");
  }

  @Test
  void areHeldByASourceThatHangsOneAtMost() {
    start("hangs");
    start("good");
    start("good");

    await().untilAsserted(() -> assertThat(acknowledged).containsExactly("good", "good"));

    released.countDown();
    await().untilAsserted(() -> assertThat(acknowledged).hasSize(3));
  }

  @Test
  void sayWhatCannotBeAnsweredAndAcknowledgeItNot() {
    RuntimeException refused = new IllegalStateException("no broker takes it");
    answering.outcomePublisher =
        (_, _) -> {
          throw refused;
        };

    start("good");

    await().untilAsserted(() -> assertThat(unanswerable).containsExactly(refused));
    assertThat(acknowledged).isEmpty();
  }

  @Test
  void letRunningAttemptsComeToTheirEndAtAStop() throws InterruptedException {
    start("hangs");
    await().until(() -> fetched.contains("hangs"));
    Thread stop = Thread.ofVirtual().start(() -> drain(LONG));
    await().until(() -> !workers.isInService());
    assertThat(stop.isAlive()).isTrue();

    released.countDown();

    stop.join();
    assertThat(acknowledged).containsExactly("hangs");
  }

  @Test
  void neitherAnswerNorAcknowledgeWhatWaitsAtAStop() throws InterruptedException {
    start("busy");
    await().until(() -> fetched.contains("busy"));

    assertThat(workers.drain(LONG)).isTrue();

    requireNothingWasAnswered();
  }

  @Test
  void neitherAnswerNorAcknowledgeWhatFailsDuringAStop() throws InterruptedException {
    var hanging = answering.fetcher;
    answering.fetcher =
        (target, body) -> {
          hanging.write(target, body);
          throw busy(Duration.ZERO);
        };
    start("hangs");
    await().until(() -> fetched.contains("hangs"));
    Thread stop = Thread.ofVirtual().start(() -> drain(LONG));
    await().until(() -> !workers.isInService());

    released.countDown();

    stop.join();
    assertThat(fetched).hasSize(1);
    requireNothingWasAnswered();
  }

  @Test
  void neitherAnswerNorAcknowledgeWhatIsStillRunningAtTheEndOfAStop() throws InterruptedException {
    start("hangs");
    await().until(() -> fetched.contains("hangs"));

    assertThat(workers.drain(Duration.ofMillis(10))).isFalse();

    requireNothingWasAnswered();
  }

  @Test
  void beginNothingAfterAStop() throws InterruptedException {
    workers.drain(LONG);

    start("good");

    assertThat(fetched).isEmpty();
    requireNothingWasAnswered();
  }

  private void requireNothingWasAnswered() {
    assertThat(acknowledged).isEmpty();
    assertThat(unanswerable).isEmpty();
    assertThat(answering.outcomes).isEmpty();
    assertThat(answering.deadLetters).isEmpty();
  }

  private void start(String source) {
    String value = "{\"source\": \"%s\", \"uri\": \"test:%s\"}".formatted(source, source);
    workers.start(
        new TakenRequest(
            () -> answering.open(AnsweringUnderTest.position(offsets.getAndIncrement()), value),
            (SourceOutcome outcome) -> acknowledged.add(outcome.id().source()),
            unanswerable::add));
  }

  private void awaitRelease() throws InterruptedIOException {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    }
  }

  private void drain(Duration atMost) {
    try {
      workers.drain(atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static IngestFailedException busy(Duration retryAfter) {
    return IngestFailedException.passing(Reason.HTTP_STATUS, "status 503", Optional.of(retryAfter));
  }
}
