package dev.shardline.tracing;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Traces by OpenTelemetry, in the words of its semantic conventions for messaging (1.30 and later):
 * spans are called after the operation and the topic, and what is processed is a child of what sent
 * it. Where the work is done, no span is current: nothing else in the process takes part.
 */
final class OpenTelemetryTraces implements Traces {

  private static final int CLOSE_WITHIN_SECONDS = 2;

  private static final TextMapGetter<TraceContext> HEADERS = new Headers();

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  /** Tells that provider, which is closed with this. */
  OpenTelemetryTraces(SdkTracerProvider provider) {
    this.provider = provider;
    this.tracer = provider.get("dev.shardline");
  }

  @Override
  public TraceSpan sending(String topic, long count) {
    return sending(Context.root(), topic, count, TraceContext.NONE);
  }

  @Override
  public TraceSpan processing(String topic, int partition, long offset, TraceContext sent) {
    Context parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), sent, HEADERS);
    return new OpenTelemetrySpan(
        this,
        message("process", topic, SpanKind.CONSUMER, parent)
            .setAttribute("messaging.destination.partition.id", Integer.toString(partition))
            .setAttribute("messaging.kafka.offset", offset)
            .startSpan(),
        sent);
  }

  @Override
  public void close() {
    var _ = provider.shutdown().join(CLOSE_WITHIN_SECONDS, TimeUnit.SECONDS);
  }

  TraceSpan sending(Context parent, String topic, long count, TraceContext received) {
    return new OpenTelemetrySpan(
        this,
        message("send", topic, SpanKind.PRODUCER, parent)
            .setAttribute("messaging.batch.message_count", count)
            .startSpan(),
        received);
  }

  TraceSpan step(Context parent, String name, TraceContext received) {
    return new OpenTelemetrySpan(
        this, tracer.spanBuilder(name).setParent(parent).startSpan(), received);
  }

  private SpanBuilder message(String operation, String topic, SpanKind kind, Context parent) {
    return tracer
        .spanBuilder(operation + " " + topic)
        .setSpanKind(kind)
        .setParent(parent)
        .setAttribute("messaging.system", "kafka")
        .setAttribute("messaging.operation.name", operation)
        .setAttribute("messaging.operation.type", operation)
        .setAttribute("messaging.destination.name", topic);
  }

  private static final class Headers implements TextMapGetter<TraceContext> {

    @Override
    public Iterable<String> keys(TraceContext sent) {
      return List.of(TraceContext.PARENT, TraceContext.STATE);
    }

    @Override
    public @Nullable String get(@Nullable TraceContext sent, String name) {
      byte[] value = sent == null ? null : sent.value(name);
      return value == null ? null : new String(value, StandardCharsets.US_ASCII);
    }
  }
}
