package dev.shardline.transform.result;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.tracing.TraceContext;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.outbox.Outbox;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/** Publishes to Kafka. */
public final class KafkaResultPublisher implements ResultPublisher {

  /** Off the producer's thread, since what depends on a dead letter sends in turn. */
  private static final Executor COMPLETIONS = Thread::startVirtualThread;

  private final Outbox outbox;

  /** Publishes through that outbox. */
  public KafkaResultPublisher(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public CompletableFuture<Void> publish(ShardResult result, TraceContext trace) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topics.SHARD_RESULTS, utf8(result.id().key()), ShardResultCodec.encode(result));
    if (!trace.isEmpty()) {
      trace.addTo((name, value) -> record.headers().add(name, value));
    }
    return outbox.send(record);
  }

  @Override
  public CompletableFuture<Void> publish(ReceivedRecord record, DeadLetter cause) {
    return outbox
        .send(deadLetter(record, record.value(), cause))
        .exceptionallyComposeAsync(
            failure -> {
              if (!(failure instanceof RecordTooLargeException)) {
                return CompletableFuture.failedFuture(failure);
              }
              var withoutValue = deadLetter(record, null, cause);
              withoutValue.headers().add(DeadLetter.VALUE_OMITTED, utf8("true"));
              return outbox.send(withoutValue);
            },
            COMPLETIONS)
        // Whoever waits for a dead letter goes on to publish a result.
        .thenRunAsync(() -> {}, COMPLETIONS);
  }

  @SuppressWarnings(
      "NullAway") // a key or value may be null, which ProducerRecord's type cannot say
  private static ProducerRecord<byte[], byte[]> deadLetter(
      ReceivedRecord record, byte @Nullable [] value, DeadLetter cause) {
    ProducerRecord<byte[], byte[]> dead =
        new ProducerRecord<>(Topics.SHARDS_DEAD, record.key(), value);
    record.headers().forEach(header -> dead.headers().add(header.name(), header.value()));
    // Of an earlier death, from which somebody brought the record back.
    dead.headers().remove(DeadLetter.VALUE_OMITTED);
    cause.headers().forEach((name, text) -> dead.headers().remove(name).add(name, utf8(text)));
    return dead;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
