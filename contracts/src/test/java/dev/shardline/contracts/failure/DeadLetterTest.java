package dev.shardline.contracts.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.OriginHeaders;
import dev.shardline.contracts.job.RecordPosition;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTest {

  private static final DeadLetter LETTER =
      new DeadLetter(
          "01a207af-ee9b-7c3d-9a5e-6f7081920a1b/2",
          new RecordPosition("shards", 3, 42, Instant.parse("2026-11-23T09:15:00.123Z")),
          new Failure(
              Reason.ATTEMPTS_EXHAUSTED, "delivered 3 times, and no attempt came to an end"),
          3,
          Instant.parse("2026-11-23T09:16:00Z"),
          "worker-1:4711");

  @Test
  void isWrittenAsHeaders() {
    assertThat(LETTER.headers())
        .containsExactly(
            Map.entry("shardline-id", "01a207af-ee9b-7c3d-9a5e-6f7081920a1b/2"),
            Map.entry("shardline-reason", "ATTEMPTS_EXHAUSTED"),
            Map.entry("shardline-message", "delivered 3 times, and no attempt came to an end"),
            Map.entry("shardline-attempts", "3"),
            Map.entry("shardline-dead-at", "2026-11-23T09:16:00Z"),
            Map.entry("shardline-worker", "worker-1:4711"),
            Map.entry("shardline-origin-topic", "shards"),
            Map.entry("shardline-origin-partition", "3"),
            Map.entry("shardline-origin-offset", "42"),
            Map.entry("shardline-origin-timestamp", "2026-11-23T09:15:00.123Z"));
  }

  @Test
  void isReadFromItsHeadersAmongOthers() {
    Map<String, String> headers = new HashMap<>(LETTER.headers());
    headers.put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    assertThat(DeadLetter.of(headers)).contains(LETTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        DeadLetter.ID,
        DeadLetter.REASON,
        DeadLetter.MESSAGE,
        DeadLetter.ATTEMPTS,
        DeadLetter.DEAD_AT,
        DeadLetter.WORKER,
        OriginHeaders.TOPIC,
        OriginHeaders.PARTITION,
        OriginHeaders.OFFSET,
        OriginHeaders.TIMESTAMP
      })
  void isNoneWhereAHeaderIsMissing(String name) {
    Map<String, String> headers = new HashMap<>(LETTER.headers());
    headers.remove(name);

    assertThat(DeadLetter.of(headers)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "shardline-reason, too slow",
    "shardline-attempts, three",
    "shardline-dead-at, yesterday",
    "shardline-origin-partition, 2147483648",
    "shardline-origin-offset, 4.2",
    "shardline-origin-timestamp, 1795425300123",
  })
  void isNoneWhereAHeaderIsUnreadable(String name, String value) {
    Map<String, String> headers = new HashMap<>(LETTER.headers());
    headers.put(name, value);

    assertThat(DeadLetter.of(headers)).isEmpty();
  }
}
