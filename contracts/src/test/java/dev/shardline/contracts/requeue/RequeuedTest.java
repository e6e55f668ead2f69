package dev.shardline.contracts.requeue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.OriginHeaders;
import dev.shardline.contracts.job.RecordPosition;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequeuedTest {

  private static final RecordPosition ORIGIN =
      new RecordPosition("shards", 3, 42, Instant.parse("2026-11-23T09:15:00.123Z"));

  @Test
  void isWrittenAsHeaders() {
    assertThat(new Requeued(ORIGIN, 2, 1, 3).headers())
        .containsExactly(
            Map.entry("shardline-origin-topic", "shards"),
            Map.entry("shardline-origin-partition", "3"),
            Map.entry("shardline-origin-offset", "42"),
            Map.entry("shardline-origin-timestamp", "2026-11-23T09:15:00.123Z"),
            Map.entry("shardline-requeue-attempts", "2"),
            Map.entry("shardline-requeue-deaths", "1"),
            Map.entry("shardline-redrives", "3"));
  }

  @Test
  void isReadFromItsHeadersAmongOthers() {
    Map<String, String> headers = new HashMap<>(new Requeued(ORIGIN, 2, 1, 3).headers());
    headers.put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    assertThat(Requeued.of(headers)).contains(new Requeued(ORIGIN, 2, 1, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OriginHeaders.TOPIC,
        OriginHeaders.PARTITION,
        OriginHeaders.OFFSET,
        OriginHeaders.TIMESTAMP
      })
  void isNoneWithoutAReadableOrigin(String header) {
    Map<String, String> headers = new HashMap<>(new Requeued(ORIGIN, 2, 1, 3).headers());
    headers.remove(header);

    assertThat(Requeued.of(headers)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "many", ""})
  void countsWhatCannotBeReadAsNothing(String count) {
    Map<String, String> headers = new HashMap<>(new Requeued(ORIGIN, 2, 1, 3).headers());
    headers.put(Requeued.ATTEMPTS, count);
    headers.remove(Requeued.REDRIVES);

    assertThat(Requeued.of(headers)).contains(new Requeued(ORIGIN, 0, 1, 0));
  }
}
