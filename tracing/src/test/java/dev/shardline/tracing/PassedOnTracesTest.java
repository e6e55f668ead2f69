package dev.shardline.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PassedOnTracesTest extends TracesContract {

  @Override
  Traces traces() {
    return Traces.off();
  }

  @Test
  void headersGoOnAsTheyCame() {
    Map<String, String> headers = Map.of("traceparent", "no parent", "tracestate", "a=1");

    assertThat(headers(processing(headers).context())).isEqualTo(headers);
  }

  @Test
  void recordsWithoutHeadersGetNone() {
    assertThat(processing(Map.of()).context()).isSameAs(TraceContext.NONE);
    assertThat(traces().sending("shards", 5).context()).isSameAs(TraceContext.NONE);
  }

  @Test
  void recordsWithoutHeadersCostNoObject() {
    assertThat(processing(Map.of())).isSameAs(processing(Map.of()));
  }

  @Test
  void textsThatNobodySeesAreNotMade() {
    TraceSpan span = processing(Map.of());
    Object value =
        new Object() {
          @Override
          public String toString() {
            throw new AssertionError("not to be called");
          }
        };

    assertThat(span.with(TraceKeys.JOB, value)).isSameAs(span);
  }
}
