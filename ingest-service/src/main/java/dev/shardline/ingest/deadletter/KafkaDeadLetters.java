package dev.shardline.ingest.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.failure.DeadLetter;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes source requests that can never succeed on their dead letter topic. */
@ApplicationScoped
public class KafkaDeadLetters {

  /** SmallRye Reactive Messaging adds headers of its own to every record that it receives. */
  private static final String ADDED_ON_RECEIPT = "__smallrye_";

  private final MutinyEmitter<Record<byte[], byte[]>> channel;

  // Unbounded, as the workers bound it: each waits for its one dead letter.
  KafkaDeadLetters(
      @Channel(Topics.SOURCE_REQUESTS_DEAD) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Record<byte[], byte[]>> channel) {
    this.channel = channel;
  }

  /**
   * Publishes the record with its own key, value and headers, and the cause in further headers. One
   * that was put back from there has older ones of those: they are replaced.
   */
  public void publish(ConsumerRecord<byte[], byte[]> record, DeadLetter cause) {
    channel.sendMessageAndAwait(
        Message.of(
            Record.of(record.key(), record.value()),
            Metadata.of(
                OutgoingKafkaRecordMetadata.<byte[]>builder()
                    .withHeaders(headers(record, cause))
                    .build())));
  }

  private static Headers headers(ConsumerRecord<byte[], byte[]> record, DeadLetter cause) {
    Map<String, String> causes = cause.headers();
    Headers headers = new RecordHeaders();
    for (Header header : record.headers()) {
      if (!header.key().startsWith(ADDED_ON_RECEIPT) && !causes.containsKey(header.key())) {
        headers.add(header);
      }
    }
    causes.forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
    return headers;
  }
}
