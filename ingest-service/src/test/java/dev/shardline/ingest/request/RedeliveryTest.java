package dev.shardline.ingest.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.ingest.shard.ShardPublisher;
import dev.shardline.ingest.source.SourceReply;
import dev.shardline.ingest.source.SourceTarget;
import dev.shardline.ingest.source.Validators;
import dev.shardline.objectstore.FilesystemObjectStore;
import dev.shardline.tracing.TraceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process that dies while it works on a record, and another that gets the same record. Objects
 * are seen by their key, shards and outcomes by the key of their record, of which the last counts.
 */
class RedeliveryTest {

  private static final RecordPosition POSITION = AnsweringUnderTest.position(7);
  private static final String REQUEST =
      """
      {"source": "api", "uri": "test:data", "shards": {"format": "json", "field": "n"}}
      """;
  private static final String BODY = "[{\"n\": 5}, {\"n\": \"five\"}, {\"n\": 7}]";

  private String body = BODY;
  private AnsweringUnderTest answering;

  @BeforeEach
  void createAnswering(@TempDir Path directory) {
    answering = new AnsweringUnderTest(new FilesystemObjectStore(directory));
    answering.fetcher = (_, out) -> out.write(body.getBytes(UTF_8));
  }

  /** Where the process dies. */
  enum Step {
    IN_THE_MIDDLE_OF_THE_BODY,
    AFTER_STORING_THE_BODY,
    AFTER_SOME_OF_THE_SHARDS,
    AFTER_ALL_SHARDS,
    AFTER_THE_OUTCOME
  }

  @ParameterizedTest
  @EnumSource
  void leadsToTheSameObjectTheSameShardsAndOneOutcome(Step step) throws Exception {
    dieAt(step);

    deliver();

    assertThat(lastOutcomes()).containsOnlyKeys(outcomeKey());
    SourceOutcome.Ingested outcome = (SourceOutcome.Ingested) answering.outcomes.getLast();
    assertThat(Path.of(outcome.object().uri())).hasContent(BODY);
    assertThat(outcome.shardCount()).isEqualTo(3);
    assertThat(outcome.badRows()).isEqualTo(1);
    assertThat(numbersByShard())
        .isEqualTo(Map.of(shardKey(outcome, 0), 5L, shardKey(outcome, 2), 7L));
    assertThat(resultKeys()).containsOnly(shardKey(outcome, 1));
    assertThat(answering.deadLetters).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void leadsToWhatAnUndisturbedDeliveryLeadsTo(Step step, @TempDir Path directory)
      throws Exception {
    AnsweringUnderTest undisturbed = new AnsweringUnderTest(new FilesystemObjectStore(directory));
    undisturbed.fetcher = answering.fetcher;
    undisturbed.open(POSITION, REQUEST).attempt();

    dieAt(step);
    deliver();

    assertThat(answering.published.shards()).containsAll(undisturbed.published.shards());
    assertThat(undisturbed.published.shards()).containsAll(answering.published.shards());
    assertThat(answering.outcomes.getLast())
        .usingRecursiveComparison()
        .ignoringFields("object.uri")
        .isEqualTo(undisturbed.outcomes.getLast());
  }

  @ParameterizedTest
  @EnumSource
  void followsTheLaterBodyWhereTheSourceChangedMeanwhile(Step step) throws Exception {
    dieAt(step);
    body = "[{\"n\": 6}, {\"n\": 8}, {\"n\": 9}]";

    deliver();

    assertThat(lastOutcomes()).containsOnlyKeys(outcomeKey());
    SourceOutcome.Ingested outcome = (SourceOutcome.Ingested) answering.outcomes.getLast();
    assertThat(Path.of(outcome.object().uri())).hasContent(body);
    assertThat(numbersByShard())
        .isEqualTo(
            Map.of(shardKey(outcome, 0), 6L, shardKey(outcome, 1), 8L, shardKey(outcome, 2), 9L));
  }

  @ParameterizedTest
  @EnumSource
  void doesNotTakeTheObjectOfItsOwnForThatOfAnEarlierRequest(Step step) throws Exception {
    answering.source = this::unlessKnown;
    dieAt(step);

    deliver(REQUEST.replace("}}", "}, \"reuseUnchanged\": true}"));

    SourceOutcome.Ingested outcome = (SourceOutcome.Ingested) answering.outcomes.getLast();
    assertThat(outcome.object().unchanged()).isFalse();
    assertThat(outcome.shardCount()).isEqualTo(3);
  }

  @Test
  void leadsToOneOutcomeWhereTheRequestFails() throws Exception {
    body = "no JSON";
    answering.outcomePublisher =
        (_, _) -> {
          throw new Crash();
        };
    assertThatThrownBy(() -> answering.open(POSITION, REQUEST).attempt()).isInstanceOf(Crash.class);
    answering.outcomePublisher = (outcome, _) -> answering.outcomes.add(outcome);

    deliver();

    assertThat(lastOutcomes()).containsOnlyKeys(outcomeKey());
    assertThat(answering.deadLetters)
        .hasSize(2)
        .allSatisfy(letter -> {
          assertThat(letter.id()).isEqualTo(outcomeKey());
          assertThat(letter.origin()).isEqualTo(POSITION);
        });
  }

  private void dieAt(Step step) {
    var fetcher = answering.fetcher;
    switch (step) {
      case IN_THE_MIDDLE_OF_THE_BODY ->
          answering.fetcher =
              (_, out) -> {
                out.write(BODY.substring(0, 9).getBytes(UTF_8));
                throw new Crash();
              };
      case AFTER_STORING_THE_BODY -> answering.shards = new CrashingShards(answering.published, 0);
      case AFTER_SOME_OF_THE_SHARDS ->
          answering.shards = new CrashingShards(answering.published, 2);
      case AFTER_ALL_SHARDS ->
          answering.outcomePublisher =
              (_, _) -> {
                throw new Crash();
              };
      case AFTER_THE_OUTCOME ->
          answering.outcomePublisher =
              (outcome, _) -> {
                answering.outcomes.add(outcome);
                throw new Crash();
              };
    }
    assertThatThrownBy(() -> answering.open(POSITION, REQUEST).attempt()).isInstanceOf(Crash.class);
    answering.fetcher = fetcher;
    answering.shards = answering.published;
    answering.outcomePublisher = (outcome, _) -> answering.outcomes.add(outcome);
  }

  private void deliver() throws InterruptedException {
    deliver(REQUEST);
  }

  private void deliver(String request) throws InterruptedException {
    assertThat(answering.open(POSITION, request).attempt()).isInstanceOf(Progress.Answered.class);
  }

  /** A source that knows its versions, of which there is one. */
  private SourceReply unlessKnown(SourceTarget target, OutputStream out) throws IOException {
    if (!target.known().isEmpty()) {
      return new SourceReply.Unchanged();
    }
    answering.fetcher.write(target, out);
    return new SourceReply.Written(new Validators("v1", null), List.of());
  }

  private static String outcomeKey() {
    return POSITION.derivedJobId() + "/api";
  }

  private static String shardKey(SourceOutcome outcome, int index) {
    return outcome.id().shardsJob() + "/" + index;
  }

  private Map<String, SourceOutcome> lastOutcomes() {
    return answering.outcomes.stream()
        .collect(
            Collectors.toMap(outcome -> outcome.id().key(), outcome -> outcome, (_, last) -> last));
  }

  private Map<String, Long> numbersByShard() {
    Map<String, Long> numbers = new TreeMap<>();
    answering.published.shards().forEach(shard -> numbers.put(shard.id().key(), shard.number()));
    return numbers;
  }

  private Iterable<String> resultKeys() {
    return answering.published.results().stream().map(result -> result.id().key()).toList();
  }

  /** Nothing that comes after it happens, as nothing catches it. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Publishes so many, then dies. */
  private static final class CrashingShards implements ShardPublisher {

    private final ShardPublisher published;
    private int left;

    CrashingShards(ShardPublisher published, int left) {
      this.published = published;
      this.left = left;
    }

    @Override
    public CompletionStage<Void> publish(Shard shard, TraceContext trace) {
      countDown();
      return published.publish(shard, trace);
    }

    @Override
    public CompletionStage<Void> publish(ShardResult.Failed result, TraceContext trace) {
      countDown();
      return published.publish(result, trace);
    }

    private void countDown() {
      if (left-- == 0) {
        throw new Crash();
      }
    }
  }
}
