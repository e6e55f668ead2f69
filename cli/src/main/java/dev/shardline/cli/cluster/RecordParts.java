package dev.shardline.cli.cluster;

import dev.shardline.contracts.job.RecordPosition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Parts of a Kafka record in the types of the contracts. */
public final class RecordParts {

  private RecordParts() {}

  /** Where it stands. */
  public static RecordPosition position(ConsumerRecord<?, ?> record) {
    return new RecordPosition(
        record.topic(),
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()));
  }

  /** Its headers as UTF-8 text, by name; of several with one name the last, as Kafka has it. */
  public static Map<String, String> headers(ConsumerRecord<?, ?> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return headers;
  }
}
