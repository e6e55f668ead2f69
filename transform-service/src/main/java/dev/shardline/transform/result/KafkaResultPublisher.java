package dev.shardline.transform.result;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to Kafka. The producer retries by itself while brokers are away; what it gives up, such
 * as a topic it may not write to, is sent again here, since an answer that is not published would
 * cost the shard one delivery after another until the broker archives it.
 */
public final class KafkaResultPublisher implements ResultPublisher, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(KafkaResultPublisher.class.getName());

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /**
   * Where a dead letter's future is completed. What depends on it sends in turn, and a send may
   * wait for a topic's metadata: on the producer's own thread it would wait for itself, and all
   * others too.
   */
  private static final Executor COMPLETIONS = Thread::startVirtualThread;

  /** Enough for what is on its way; brokers that are away would be waited for without an end. */
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;
  private volatile boolean closed;

  /**
   * Publishes with that producer.
   *
   * @param producer idempotent, with acks=all; closed with this publisher
   */
  public KafkaResultPublisher(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Publishes with a producer of its own.
   *
   * @param connection how to reach the brokers: servers, TLS, SASL
   */
  public static KafkaResultPublisher connect(Map<String, Object> connection) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // 5 ms by default since Kafka 4.0, which a single shard would wait for nothing.
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    // While brokers are away, answers wait rather than fail.
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    // A dead letter is a record of the largest size Kafka takes by default, plus its headers.
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * 1024 * 1024);
    return new KafkaResultPublisher(
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  @Override
  public CompletableFuture<Void> publish(ShardResult result) {
    return send(
        new ProducerRecord<>(
            Topics.SHARD_RESULTS, utf8(result.id().key()), ShardResultCodec.encode(result)));
  }

  @Override
  public CompletableFuture<Void> publish(ReceivedRecord record, DeadLetter cause) {
    return send(deadLetter(record, record.value(), cause))
        .exceptionallyComposeAsync(
            failure -> {
              if (!(failure instanceof RecordTooLargeException)) {
                return CompletableFuture.failedFuture(failure);
              }
              var withoutValue = deadLetter(record, null, cause);
              withoutValue.headers().add(DeadLetter.VALUE_OMITTED, utf8("true"));
              return send(withoutValue);
            },
            COMPLETIONS)
        // Whoever waits for a dead letter goes on to publish a result.
        .thenRunAsync(() -> {}, COMPLETIONS);
  }

  /** Waits some seconds for what is on its way. */
  @Override
  public void close() {
    closed = true;
    producer.close(CLOSE_WITHIN);
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

  private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
    CompletableFuture<Void> durable = new CompletableFuture<>();
    send(record, durable);
    return durable;
  }

  private void send(ProducerRecord<byte[], byte[]> record, CompletableFuture<Void> durable) {
    try {
      var _ = producer.send(record, (metadata, failure) -> settle(record, failure, durable));
    } catch (InterruptException e) {
      // The attempt was abandoned: its answer is no longer this worker's to give.
      durable.completeExceptionally(e);
    } catch (RuntimeException e) {
      settle(record, e, durable);
    }
  }

  private void settle(
      ProducerRecord<byte[], byte[]> record,
      @Nullable Exception failure,
      CompletableFuture<Void> durable) {
    if (failure == null) {
      durable.complete(null);
    } else if (closed || failure instanceof RecordTooLargeException) {
      durable.completeExceptionally(failure);
    } else {
      LOG.log(Level.ERROR, "Not published to " + record.topic() + ", trying again: " + failure);
      CompletableFuture.delayedExecutor(RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS, COMPLETIONS)
          .execute(() -> send(record, durable));
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
