package dev.shardline.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenTelemetryTracesTest extends TracesContract {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

  @Override
  Traces traces() {
    return traces(Sampler.parentBased(Sampler.alwaysOn()));
  }

  private Traces traces(Sampler sampler) {
    return new OpenTelemetryTraces(
        SdkTracerProvider.builder()
            .setSampler(sampler)
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build());
  }

  @Test
  void whatIsProcessedIsAChildOfWhatSentIt() {
    try (Traces traces = traces()) {
      traces.processing("shards", 3, 17, context(Map.of("traceparent", PARENT))).end();

      SpanData span = only();
      assertThat(span.getName()).isEqualTo("process shards");
      assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
      assertThat(span.getTraceId()).isEqualTo(PARENT.substring(3, 35));
      assertThat(span.getParentSpanId()).isEqualTo(PARENT.substring(36, 52));
      assertThat(attributes(span))
          .containsEntry("messaging.system", "kafka")
          .containsEntry("messaging.operation.type", "process")
          .containsEntry("messaging.operation.name", "process")
          .containsEntry("messaging.destination.name", "shards")
          .containsEntry("messaging.destination.partition.id", "3")
          .containsEntry("messaging.kafka.offset", "17");
    }
  }

  @Test
  void recordsCarryTheSpanThatTheyFollowFrom() {
    try (Traces traces = traces()) {
      TraceSpan sending = traces.sending("source-requests", 2);
      Map<String, String> carried = headers(sending.context());
      sending.end();

      SpanData span = only();
      assertThat(span.getName()).isEqualTo("send source-requests");
      assertThat(span.getKind()).isEqualTo(SpanKind.PRODUCER);
      assertThat(carried)
          .containsOnly(
              Map.entry("traceparent", "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01"));
      assertThat(attributes(span)).containsEntry("messaging.batch.message_count", "2");
    }
  }

  @Test
  void partsAreChildrenOfTheirWork() {
    try (Traces traces = traces()) {
      TraceSpan work = traces.processing("source-requests", 0, 0, TraceContext.NONE);
      work.step("fetch").end();
      work.sending("shards", 9).end();
      work.end();

      assertThat(exporter.getFinishedSpanItems())
          .extracting(SpanData::getName)
          .containsExactly("fetch", "send shards", "process source-requests");
      String parent = exporter.getFinishedSpanItems().get(2).getSpanId();
      assertThat(exporter.getFinishedSpanItems().subList(0, 2))
          .allSatisfy(part -> assertThat(part.getParentSpanId()).isEqualTo(parent));
    }
  }

  @Test
  void workThatCameToNothingSaysWhy() {
    try (Traces traces = traces()) {
      TraceSpan span = traces.processing("shards", 0, 0, TraceContext.NONE);
      span.with(TraceKeys.ATTEMPT, 2).with(TraceKeys.OUTCOME, "FAILED").failed("DEADLINE");
      span.end();

      assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
      assertThat(only().getStatus().getDescription()).isEqualTo("DEADLINE");
      assertThat(attributes(only()))
          .containsEntry("error.type", "DEADLINE")
          .containsEntry("shardline.attempt", "2")
          .containsEntry("shardline.outcome", "FAILED");
    }
  }

  @Test
  void aParentThatCannotBeReadBeginsATraceAnew() {
    try (Traces traces = traces()) {
      TraceSpan span =
          traces.processing(
              "shards", 0, 0, context(Map.of("traceparent", "zz", "tracestate", "a=1")));
      span.end();

      assertThat(headers(span.context()))
          .containsOnly(
              Map.entry(
                  "traceparent", "00-" + only().getTraceId() + "-" + only().getSpanId() + "-01"));
    }
  }

  @Test
  void whatIsNotSampledIsToldToNobodyAndSaysSoToWhatFollows() {
    try (Traces traces = traces(Sampler.alwaysOff())) {
      TraceSpan span = traces.processing("shards", 0, 0, context(Map.of("traceparent", PARENT)));
      span.end();

      assertThat(exporter.getFinishedSpanItems()).isEmpty();
      assertThat(headers(span.context()).get("traceparent"))
          .startsWith(PARENT.substring(0, 36))
          .endsWith("-00");
    }
  }

  private SpanData only() {
    assertThat(exporter.getFinishedSpanItems()).hasSize(1);
    return exporter.getFinishedSpanItems().getFirst();
  }

  private static Map<String, String> attributes(SpanData span) {
    Map<String, String> attributes = new HashMap<>();
    span.getAttributes()
        .forEach(
            (AttributeKey<?> key, Object value) -> attributes.put(key.getKey(), value.toString()));
    return attributes;
  }
}
