package dev.shardline.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Traces} has to do. */
abstract class TracesContract {

  static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private Traces traces = Traces.off();

  /** The implementation under test; closed by this. */
  abstract Traces traces();

  @BeforeEach
  void open() {
    traces = traces();
  }

  @AfterEach
  void close() {
    traces.close();
  }

  @Test
  void whatFollowsFromARecordBelongsToItsTrace() {
    TraceSpan span = processing(Map.of("traceparent", PARENT, "tracestate", "vendor=1"));

    Map<String, String> carried = headers(span.context());

    assertThat(carried.get("traceparent")).startsWith(PARENT.substring(0, 36)).endsWith("-01");
    assertThat(carried).containsEntry("tracestate", "vendor=1");
  }

  @Test
  void whatTheApplicationsSayGoesOnAsItCame() {
    String baggage = "tenant=a b;p=1,broken";

    TraceSpan span = processing(Map.of("baggage", baggage));

    assertThat(headers(span.context())).containsEntry("baggage", baggage);
    assertThat(headers(span.sending("shards", 2).context())).containsEntry("baggage", baggage);
    assertThat(headers(span.step("fetch").context())).containsEntry("baggage", baggage);
  }

  @Test
  void partsOfTheWorkBelongToTheSameTrace() {
    TraceSpan span = processing(Map.of("traceparent", PARENT));

    assertThat(headers(span.step("fetch").context()).get("traceparent"))
        .startsWith(PARENT.substring(0, 36));
    assertThat(headers(span.sending("shards", 2).context()).get("traceparent"))
        .startsWith(PARENT.substring(0, 36));
  }

  @Test
  void headersThatAreTooLongForAMillionCopiesAreLeftOut() {
    TraceSpan span =
        processing(
            Map.of("traceparent", PARENT, "baggage", "b".repeat(TraceContext.MAX_BYTES + 1)));

    assertThat(headers(span.context())).containsOnlyKeys("traceparent");
  }

  @Test
  void whatIsSaidOfWorkAfterItsEndIsPassedOver() {
    TraceSpan span = processing(Map.of());
    span.end();

    span.with(TraceKeys.JOB, "job").with(TraceKeys.ATTEMPT, 2).failed("LATE");
    span.end();

    assertThat(span.context()).isNotNull();
  }

  final TraceSpan processing(Map<String, String> headers) {
    return traces.processing("shards", 3, 17, context(headers));
  }

  static TraceContext context(Map<String, String> headers) {
    return TraceContext.of(name -> {
      String value = headers.get(name);
      return value == null ? null : value.getBytes(UTF_8);
    });
  }

  static Map<String, String> headers(TraceContext context) {
    Map<String, String> headers = new LinkedHashMap<>();
    context.addTo((name, value) -> headers.put(name, new String(value, UTF_8)));
    return headers;
  }
}
