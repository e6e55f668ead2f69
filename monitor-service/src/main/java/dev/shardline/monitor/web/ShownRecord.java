package dev.shardline.monitor.web;

import dev.shardline.contracts.Topics;
import dev.shardline.monitor.feed.SingleRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record, for whoever wants to see what failed. Of answers and dead letters alone. Thread-safe.
 */
final class ShownRecord {

  private static final List<String> TOPICS =
      List.of(
          Topics.SHARD_RESULTS,
          Topics.SOURCE_OUTCOMES,
          Topics.SHARDS_DEAD,
          Topics.SOURCE_REQUESTS_DEAD);

  private final SingleRecord records;

  ShownRecord(SingleRecord records) {
    this.records = records;
  }

  /**
   * The record at a position, as it stands in a request's address. Waits for the brokers.
   *
   * @return 200 with it; 400: it is not one of those that are shown; 404: it is not there (any
   *     more), or there is no such position
   */
  Answer at(@Nullable String topic, @Nullable String partition, @Nullable String offset) {
    @Nullable Integer number;
    @Nullable Long place;
    try {
      number = isAbsent(partition) ? null : Integer.valueOf(partition);
      place = isAbsent(offset) ? null : Long.valueOf(offset);
    } catch (NumberFormatException e) {
      return Answer.empty(404);
    }
    if (topic == null || !TOPICS.contains(topic)) {
      return Answer.problem(400, "topic must be one of " + TOPICS);
    }
    if (number == null || number < 0 || place == null || place < 0) {
      return Answer.problem(400, "partition and offset must be integers of 0 or above");
    }
    return records
        .find(topic, number, place)
        .map(view -> Answer.ok(json -> write(json, view)))
        .orElseGet(() ->
            Answer.problem(
                404,
                "%s-%d has no record at offset %d (any more)".formatted(topic, number, place)));
  }

  private static boolean isAbsent(@Nullable String parameter) {
    return parameter == null || parameter.isEmpty();
  }

  private static void write(JsonWriter json, SingleRecord.View view) {
    json.text("topic", view.topic());
    json.number("partition", view.partition());
    json.number("offset", view.offset());
    json.time("at", view.at());
    json.text("key", view.key());
    json.texts("headers", view.headers());
    json.text("value", view.value());
  }
}
