package dev.shardline.systemtests.ledger;

import dev.shardline.contracts.failure.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What was put aside, as it is read. Thread-safe. */
final class DeadLetters {

  private final List<DeadLetter> letters = new CopyOnWriteArrayList<>();

  void enter(ConsumerRecord<byte[], byte[]> record) {
    DeadLetter.of(headers(record)).ifPresent(letters::add);
  }

  List<DeadLetter> all() {
    return List.copyOf(letters);
  }

  static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(header ->
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return headers;
  }
}
