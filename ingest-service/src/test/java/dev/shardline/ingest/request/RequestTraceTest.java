package dev.shardline.ingest.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.host.SourceBusyException;
import dev.shardline.objectstore.FilesystemObjectStore;
import dev.shardline.tracing.RecordingTraces;
import dev.shardline.tracing.TraceContext;
import dev.shardline.tracing.Traces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestTraceTest {

  private static final String JOB = "01a207af-ee9b-7c3d-9a5e-6f7081920a1b";

  private static final String REQUEST =
      """
      {"source": "crm", "uri": "test://crm/?key=hidden", "jobId": "%s",
       "shards": {"format": "json", "field": "n"}}
      """
          .formatted(JOB);

  @TempDir private Path directory;
  private final RecordingTraces traces = new RecordingTraces();
  private final List<TraceContext> outcomes = new CopyOnWriteArrayList<>();
  private AnsweringUnderTest answering;

  @BeforeEach
  void receiveARecordOfAClient() {
    answering = new AnsweringUnderTest(new FilesystemObjectStore(directory));
    answering.outcomePublisher = (_, trace) -> outcomes.add(trace);
    answering.span = traces.processing("source-requests", 0, 7, ofClient());
  }

  @Test
  void aRequestIsASpanWithAPartForEachStep() throws Exception {
    answering.open(AnsweringUnderTest.position(7), REQUEST).attempt();

    RecordingTraces.Span request = traces.span("process source-requests");
    assertThat(request.attributes())
        .containsEntry("shardline.job.id", JOB)
        .containsEntry("shardline.source", "crm")
        .containsEntry("shardline.attempt", "1")
        .containsEntry("shardline.outcome", "INGESTED")
        .hasSize(4);
    assertThat(traces.span("fetch and store").parent()).isEqualTo("process source-requests");
    assertThat(traces.span("send shards").parent()).isEqualTo("process source-requests");
    assertThat(traces.span("send shards").attributes()).containsEntry("count", "2");
    assertThat(traces.spans()).allMatch(RecordingTraces.Span::hasEnded);
    assertThat(traces.spans()).extracting(RecordingTraces.Span::reason).containsOnlyNulls();
  }

  @Test
  void shardsAnswersToBadRowsAndTheOutcomeCarryTheTrace() throws Exception {
    answering.fetcher = (_, body) -> body.write("[{\"n\": 1}, {}]".getBytes(UTF_8));

    answering.open(AnsweringUnderTest.position(7), REQUEST).attempt();

    assertThat(answering.published.results()).hasSize(1);
    assertThat(answering.published.traces())
        .extracting(RecordingTraces::carried)
        .containsExactly("send shards", "send shards");
    assertThat(outcomes)
        .extracting(RecordingTraces::carried)
        .containsExactly("process source-requests");
  }

  @Test
  void withoutTracesAllCarryWhatTheRequestCarried() throws Exception {
    answering.fetcher = (_, body) -> body.write("[{\"n\": 1}, {}]".getBytes(UTF_8));
    answering.span = Traces.off().processing("source-requests", 0, 7, ofClient());

    answering.open(AnsweringUnderTest.position(7), REQUEST).attempt();

    assertThat(answering.published.traces())
        .extracting(RecordingTraces::carried)
        .containsExactly("the client", "the client");
    assertThat(outcomes).extracting(RecordingTraces::carried).containsExactly("the client");
  }

  @Test
  void aFetchThatFailsSaysWhyAndTheRequestGoesOn() throws Exception {
    answering.fetcher =
        (_, _) -> {
          throw IngestFailedException.passing(
              Reason.UNREACHABLE, "nobody is there", Optional.empty());
        };
    OpenRequest request = answering.open(AnsweringUnderTest.position(7), REQUEST);

    request.attempt();

    assertThat(traces.span("fetch and store").reason()).isEqualTo("UNREACHABLE");
    assertThat(traces.span("fetch and store").hasEnded()).isTrue();
    assertThat(traces.span("process source-requests").hasEnded()).isFalse();

    request.attempt();
    request.attempt();

    assertThat(traces.span("process source-requests").hasEnded()).isTrue();
    assertThat(traces.span("process source-requests").reason()).isEqualTo("UNREACHABLE");
    assertThat(traces.span("process source-requests").attributes())
        .containsEntry("shardline.outcome", "FAILED")
        .containsEntry("shardline.attempt", "3");
  }

  @Test
  void aFetchThatHadToLeaveItsHostAloneSaysSoAndHasNotFailed() throws Exception {
    answering.fetcher =
        (_, _) -> {
          throw new SourceBusyException("crm", Duration.ofMillis(5));
        };

    answering.open(AnsweringUnderTest.position(7), REQUEST).attempt();

    assertThat(traces.span("fetch and store").attributes())
        .containsEntry("shardline.outcome", "BUSY");
    assertThat(traces.span("fetch and store").reason()).isNull();
    assertThat(traces.span("fetch and store").hasEnded()).isTrue();
  }

  @Test
  void aRequestThatCouldNotBeAnsweredIsAtItsEndAndHasNotFailed() {
    answering.outcomePublisher =
        (_, _) -> {
          throw new IllegalStateException("no broker");
        };

    assertThatThrownBy(() -> answering.open(AnsweringUnderTest.position(7), REQUEST).attempt())
        .hasMessage("no broker");

    assertThat(traces.span("process source-requests").hasEnded()).isTrue();
    assertThat(traces.span("process source-requests").attributes())
        .containsEntry("shardline.outcome", "NOT_ANSWERED");
  }

  private static TraceContext ofClient() {
    return TraceContext.of(
        header -> header.equals(TraceContext.PARENT) ? "the client".getBytes(UTF_8) : null);
  }
}
