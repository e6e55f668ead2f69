package dev.shardline.systemtests.trace;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A span that a collector was told of.
 *
 * @param service which process told of it
 * @param name what was done
 * @param kind the span's kind
 * @param trace which trace it belongs to, in hex
 * @param id its own, in hex
 * @param parent the id of what it follows from; empty if from nothing
 * @param error why it came to nothing; empty if it did not
 * @param attributes what is noted of it, as text
 */
public record ToldSpan(
    String service,
    String name,
    Span.SpanKind kind,
    String trace,
    String id,
    String parent,
    String error,
    Map<String, String> attributes) {

  static ToldSpan of(Resource resource, Span span) {
    return new ToldSpan(
        texts(resource.getAttributesList()).getOrDefault("service.name", ""),
        span.getName(),
        span.getKind(),
        HexFormat.of().formatHex(span.getTraceId().toByteArray()),
        HexFormat.of().formatHex(span.getSpanId().toByteArray()),
        HexFormat.of().formatHex(span.getParentSpanId().toByteArray()),
        span.getStatus().getMessage(),
        texts(span.getAttributesList()));
  }

  /** The header of records that follow from it. */
  public String traceparent() {
    return "00-" + trace + "-" + id + "-01";
  }

  private static Map<String, String> texts(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(
            Collectors.toMap(
                KeyValue::getKey,
                attribute ->
                    attribute.getValue().hasIntValue()
                        ? Long.toString(attribute.getValue().getIntValue())
                        : attribute.getValue().getStringValue()));
  }
}
