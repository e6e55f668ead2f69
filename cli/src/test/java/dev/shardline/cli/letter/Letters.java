package dev.shardline.cli.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.requeue.Requeued;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dead letters of tests. */
final class Letters {

  static final Instant DEAD_AT = Instant.parse("2026-11-23T09:16:00Z");

  private Letters() {}

  static RecordPosition origin(String topic, long offset) {
    return new RecordPosition(topic, 0, offset, Instant.parse("2026-11-23T09:15:00Z"));
  }

  static DeadLetter cause(RecordPosition origin, Reason reason) {
    return new DeadLetter(
        "id-" + origin.offset(), origin, new Failure(reason, "late"), 3, DEAD_AT, "worker-1");
  }

  /** A letter of a shard that stood at an offset, and was brought back so often. */
  static Letter letter(long offset, long origin, int redrives) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("traceparent", "00-1-2-01");
    if (redrives > 0) {
      headers.putAll(new Requeued(origin(Topics.SHARDS, origin), 2, 1, redrives).headers());
    }
    headers.putAll(cause(origin(Topics.SHARDS, origin), Reason.DEADLINE).headers());
    return letter(offset, headers);
  }

  static Letter letter(long offset, Map<String, String> headers) {
    List<Letter.Header> all = new ArrayList<>();
    headers.forEach((name, text) -> all.add(new Letter.Header(name, text.getBytes(UTF_8))));
    return new Letter(
        new RecordPosition(Topics.SHARDS_DEAD, 0, offset, DEAD_AT.plusMillis(5)),
        "key".getBytes(UTF_8),
        "{\"number\": 5}".getBytes(UTF_8),
        all);
  }
}
