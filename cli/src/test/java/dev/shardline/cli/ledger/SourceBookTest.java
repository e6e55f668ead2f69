package dev.shardline.cli.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.source.Fetch;
import dev.shardline.contracts.source.RawObject;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceOutcomeCodec;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SourceBookTest {

  private static final Fetch FETCH = new Fetch(1, Duration.ZERO, Instant.EPOCH, Instant.EPOCH);

  private final JobId job = JobId.create();
  private final Set<SourceId> known = new LinkedHashSet<>();
  private final Map<SourceId, Long> shards = new HashMap<>();
  private final SourceBook book =
      new SourceBook(
          Instant.EPOCH,
          job::equals,
          known::add,
          ingested -> shards.put(ingested.id(), ingested.shardCount()));

  @Test
  void setsSourcesAgainstTheirOutcomes() {
    request("a", Map.of());
    request("b", Map.of());
    request("c", Map.of());
    ingested("a", "ab");
    failed("b");
    book.letter(letter(job + "/b"));

    assertThat(figures())
        .isEqualTo(Map.of(Figure.IN, 3L, Figure.DONE, 1L, Figure.FAILED, 1L, Figure.MISSING, 1L));
    assertThat(book.ledger().behind(Figure.MISSING, 9)).containsExactly(job + "/c");
  }

  @Test
  void tellsWhichSourcesItKnowsAndHowManyShardsTheyGave() {
    request("a", Map.of());
    ingested("b", "ab");
    book.request(value(JobId.create(), "other"), position(1), Map.of());

    assertThat(known).containsExactly(new SourceId(job, "a"), new SourceId(job, "b"));
    assertThat(shards).isEqualTo(Map.of(new SourceId(job, "b"), 3L));
  }

  @Test
  void seesThatABodyChangedBetweenTwoOutcomes() {
    request("a", Map.of());
    ingested("a", "ab");
    ingested("a", "cd");
    request("b", Map.of());
    ingested("b", "ab");
    ingested("b", "ab");

    assertThat(book.ledger().behind(Figure.VISIBLE_TWICE, 9)).containsExactly(job + "/a");
    assertThat(book.ledger().behind(Figure.RECOMPUTED, 9)).containsExactly(job + "/b");
  }

  @Test
  void letsARedriveTurnAFailureIntoSuccess() {
    request("a", Map.of());
    failed("a");
    book.letter(letter(job + "/a"));
    request("a", new Requeued(position(1), 0, 0, 1).headers());
    ingested("a", "ab");

    assertThat(figures()).isEqualTo(Map.of(Figure.IN, 1L, Figure.DONE, 1L));
  }

  private void request(String source, Map<String, String> headers) {
    book.request(value(job, source), position(1), headers);
  }

  private void ingested(String source, String hash) {
    SourceId id = new SourceId(job, source);
    RawObject object = new RawObject(URI.create("file:///o"), 1, hash.repeat(32));
    book.answer(
        id.key(), SourceOutcomeCodec.encode(new SourceOutcome.Ingested(id, object, 3, 0, FETCH)));
  }

  private void failed(String source) {
    SourceId id = new SourceId(job, source);
    Failure failure = new Failure(Reason.HTTP_STATUS, "503");
    book.answer(id.key(), SourceOutcomeCodec.encode(new SourceOutcome.Failed(id, failure, FETCH)));
  }

  private Map<Figure, Long> figures() {
    Map<Figure, Long> figures = new TreeMap<>(book.ledger().figures());
    figures.values().removeIf(count -> count == 0);
    return figures;
  }

  private static byte[] value(JobId job, String source) {
    return "{\"jobId\":\"%s\",\"source\":\"%s\",\"uri\":\"https://host/\"}"
        .formatted(job, source)
        .getBytes(UTF_8);
  }

  private static Map<String, String> letter(String id) {
    return new DeadLetter(
            id, position(1), new Failure(Reason.HTTP_STATUS, "503"), 1, Instant.now(), "worker-1")
        .headers();
  }

  private static RecordPosition position(long offset) {
    return new RecordPosition("source-requests", 0, offset, Instant.parse("2026-11-23T09:15:00Z"));
  }
}
