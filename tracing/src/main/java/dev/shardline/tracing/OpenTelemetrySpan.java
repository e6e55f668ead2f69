package dev.shardline.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A span of OpenTelemetry's. */
final class OpenTelemetrySpan implements TraceSpan {

  private final OpenTelemetryTraces traces;
  private final Span span;
  private final TraceContext received;
  private volatile @Nullable TraceContext context;

  /**
   * A span that has begun.
   *
   * @param received what came with the record that is worked on
   */
  OpenTelemetrySpan(OpenTelemetryTraces traces, Span span, TraceContext received) {
    this.traces = traces;
    this.span = span;
    this.received = received;
  }

  @Override
  public TraceContext context() {
    TraceContext known = context;
    if (known == null) {
      known = written();
      context = known;
    }
    return known;
  }

  @Override
  public TraceSpan with(String key, Object value) {
    if (span.isRecording()) {
      span.setAttribute(key, value.toString());
    }
    return this;
  }

  @Override
  public TraceSpan with(String key, long value) {
    span.setAttribute(key, value);
    return this;
  }

  @Override
  public TraceSpan step(String name) {
    return traces.step(Context.root().with(span), name, received);
  }

  @Override
  public TraceSpan sending(String topic, long count) {
    return traces.sending(Context.root().with(span), topic, count, received);
  }

  @Override
  public void failed(String reason) {
    span.setAttribute("error.type", reason);
    span.setStatus(StatusCode.ERROR, reason);
  }

  @Override
  public void end() {
    span.end();
  }

  /** Baggage is the applications' own: it goes on as it came. */
  private TraceContext written() {
    Map<String, byte[]> headers = new HashMap<>();
    W3CTraceContextPropagator.getInstance()
        .inject(
            Context.root().with(span),
            headers,
            (carrier, name, value) -> headers.put(name, value.getBytes(StandardCharsets.US_ASCII)));
    byte[] baggage = received.value(TraceContext.BAGGAGE);
    if (baggage != null) {
      headers.put(TraceContext.BAGGAGE, baggage);
    }
    return TraceContext.of(headers::get);
  }
}
