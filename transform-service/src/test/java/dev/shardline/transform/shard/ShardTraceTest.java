package dev.shardline.transform.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.tracing.RecordingTraces;
import dev.shardline.tracing.TraceContext;
import dev.shardline.tracing.Traces;
import dev.shardline.transform.RetryableException;
import dev.shardline.transform.computation.StubTransformation;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.ReceivedRecord.Header;
import dev.shardline.transform.delivery.Records;
import dev.shardline.transform.result.RecordingPublisher;
import dev.shardline.transform.result.RecordingPublisher.Published;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShardTraceTest {

  private static final String JOB = "01a207af-ee9b-7c3d-9a5e-6f7081920a1b";

  private final RecordingPublisher published = new RecordingPublisher();
  private final RecordingTraces traces = new RecordingTraces();

  @Test
  void anAttemptIsASpanThatFollowsFromItsRecord() throws Exception {
    CompletableFuture<ShardEnd> answered =
        work(published.holding(), traces).process(TestHold.of(record("same")));

    RecordingTraces.Span span = traces.span("process shards");
    assertThat(span.parent()).isEqualTo("the client");
    assertThat(span.hasEnded()).as("ended before its answer is durable").isFalse();

    published.confirmNext();
    assertThat(answered).isCompleted();
    assertThat(span.hasEnded()).isTrue();
    assertThat(span.reason()).isNull();
    assertThat(span.attributes())
        .containsEntry("shardline.job.id", JOB)
        .containsEntry("shardline.shard.index", "3")
        .containsEntry("shardline.transformation", "same")
        .containsEntry("shardline.attempt", "1")
        .containsEntry("shardline.outcome", "DONE")
        .hasSize(5);
    assertThat(carriedByResult()).isEqualTo("process shards");
  }

  @Test
  void aFailureSaysItsReason() throws Exception {
    work(published, traces).process(TestHold.of(record("unknown"))).join();

    assertEnded("FAILED", "UNKNOWN_TRANSFORM");
    assertThat(carriedByResult()).isEqualTo("process shards");
  }

  @Test
  void aRecordThatCannotBeReadIsASpanToo() throws Exception {
    work(published, traces).process(TestHold.of(Records.of(1, "no JSON", headers()))).join();

    assertEnded("FAILED", "NOT_JSON");
    assertThat(carriedByResult()).isEqualTo("process shards");
  }

  @Test
  void anAttemptThatIsToBeMadeAgainSaysWhy() throws Exception {
    work(published, traces).process(TestHold.of(record("passing"))).join();

    assertThat(traces.span("process shards").attributes())
        .containsEntry("shardline.outcome", "POSTPONED");
    assertThat(traces.span("process shards").reason()).isNotNull();
    assertThat(traces.span("process shards").hasEnded()).isTrue();
  }

  @Test
  void anAttemptThatAnotherAnswersHasNotFailed() {
    assertThatThrownBy(() -> work(published, traces).process(TestHold.lost(record("same"))))
        .isInstanceOf(CancellationException.class);

    assertEnded("NOT_ANSWERED", null);
  }

  @Test
  void withoutTracesTheResultCarriesWhatTheShardCarried() throws Exception {
    work(published, Traces.off()).process(TestHold.of(record("same"))).join();

    assertThat(carriedByResult()).isEqualTo("the client");
  }

  private void assertEnded(String outcome, @Nullable String reason) {
    RecordingTraces.Span span = traces.span("process shards");
    assertThat(span.hasEnded()).isTrue();
    assertThat(span.attributes()).containsEntry("shardline.outcome", outcome);
    assertThat(span.reason()).isEqualTo(reason);
  }

  private String carriedByResult() {
    TraceContext trace = ((Published.Result) published.published().getLast()).trace();
    return RecordingTraces.carried(trace);
  }

  private static ReceivedRecord record(String transform) {
    return Records.of(
        1,
        "{\"jobId\":\"%s\",\"index\":3,\"count\":9,\"number\":42,\"transform\":\"%s\"}"
            .formatted(JOB, transform),
        headers());
  }

  private static List<Header> headers() {
    return List.of(
        new Header("traceparent", "an older one".getBytes(UTF_8)),
        new Header("traceparent", "the client".getBytes(UTF_8)));
  }

  private static ShardWork work(RecordingPublisher published, Traces traces) {
    return new WorkFixture(
            1,
            published,
            traces,
            InstantSource.system(),
            StubTransformation.of("same", BigInteger::valueOf),
            StubTransformation.of(
                "passing",
                number -> {
                  throw new RetryableException("not now");
                }))
        .work;
  }
}
