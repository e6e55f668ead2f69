package dev.shardline.cli.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.failure.DeadLetter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

// NullAway does not read from class files that an array component of a record may be null.
@SuppressWarnings("NullAway")
class RedrivenTest {

  @Test
  void keepsWhatTheRecordCameWithAndSaysWhereItStoodAtFirst() {
    Letter letter = Letters.letter(17, 42, 1);

    assertThat(texts(Redriven.headers(letter, Letters.origin(Topics.SHARDS, 42), 2)))
        .containsExactly(
            Map.entry("traceparent", "00-1-2-01"),
            Map.entry("shardline-origin-topic", "shards"),
            Map.entry("shardline-origin-partition", "0"),
            Map.entry("shardline-origin-offset", "42"),
            Map.entry("shardline-origin-timestamp", "2026-11-23T09:15:00Z"),
            Map.entry("shardline-requeue-attempts", "0"),
            Map.entry("shardline-requeue-deaths", "0"),
            Map.entry("shardline-redrives", "2"));
  }

  @Test
  void leavesRepeatedAndEmptyHeadersAsTheyAre() {
    Letter letter =
        new Letter(
            Letters.origin(Topics.SHARDS_DEAD, 17),
            null,
            null,
            List.of(
                new Letter.Header("tag", "one".getBytes(UTF_8)),
                new Letter.Header(DeadLetter.VALUE_OMITTED, "true".getBytes(UTF_8)),
                new Letter.Header("tag", "two".getBytes(UTF_8)),
                new Letter.Header("empty", null)));

    assertThat(Redriven.headers(letter, Letters.origin(Topics.SHARDS, 42), 1).subList(0, 3))
        .extracting(Letter.Header::name)
        .containsExactly("tag", "tag", "empty");
  }

  private static Map<String, String> texts(List<Letter.Header> headers) {
    Map<String, String> texts = new LinkedHashMap<>();
    headers.forEach(header ->
        texts.put(header.name(), new String(Objects.requireNonNull(header.value()), UTF_8)));
    return texts;
  }
}
