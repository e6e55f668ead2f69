package dev.shardline.transform.requeue;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.outbox.Outbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Requeues through Kafka: to the record's own topic, or to that of the waiting ones. */
public final class KafkaRequeuer implements Requeuer {

  private final Outbox outbox;

  /** Sends through that outbox. */
  public KafkaRequeuer(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public CompletableFuture<Void> requeue(ReceivedRecord record, Requeued as) {
    return send(copy(record, record.position().topic(), as));
  }

  @Override
  public CompletableFuture<Void> postpone(ReceivedRecord record, Requeued as, Instant due) {
    ProducerRecord<byte[], byte[]> waiting = copy(record, Topics.SHARDS_RETRY, as);
    waiting.headers().add(Requeued.NOT_BEFORE, utf8(due.toString()));
    return send(waiting);
  }

  private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
    return outbox
        .send(record)
        .exceptionallyCompose(failure ->
            CompletableFuture.failedFuture(
                failure instanceof RecordTooLargeException
                    ? new RecordTooLarge(record.topic(), failure)
                    : failure));
  }

  @SuppressWarnings(
      "NullAway") // a key or value may be null, which ProducerRecord's type cannot say
  private static ProducerRecord<byte[], byte[]> copy(
      ReceivedRecord record, String topic, Requeued as) {
    ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(topic, record.key(), record.value());
    record.headers().forEach(header -> copy.headers().add(header.name(), header.value()));
    copy.headers().remove(Requeued.NOT_BEFORE);
    as.headers().forEach((name, text) -> copy.headers().remove(name).add(name, utf8(text)));
    return copy;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
