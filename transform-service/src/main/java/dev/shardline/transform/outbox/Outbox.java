package dev.shardline.transform.outbox;

import dev.shardline.worker.access.KafkaAccess;
import java.lang.System.Logger.Level;
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
 * Sends records until they are durable. The producer retries by itself while brokers are away; what
 * it gives up, such as a topic it may not write to, is sent again here, since an answer that is not
 * published would cost its shard one delivery after another until the broker archives it.
 * Thread-safe.
 */
public final class Outbox implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Outbox.class.getName());

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /**
   * Where sending is tried again: a send may wait for a topic's metadata, and on the producer's own
   * thread it would wait for itself, and all others too.
   */
  private static final Executor RETRIES = Thread::startVirtualThread;

  /** Enough for what is on its way; brokers that are away would be waited for without an end. */
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;
  private volatile boolean closed;

  /**
   * Sends with that producer.
   *
   * @param producer idempotent, with acks=all; closed with this outbox
   */
  public Outbox(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Sends with a producer of its own.
   *
   * @param connection how to reach the brokers: servers, TLS, SASL
   */
  public static Outbox connect(Map<String, Object> connection) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // 5 ms by default since Kafka 4.0, which a single shard would wait for nothing.
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    // While brokers are away, answers wait rather than fail.
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    // A dead letter is a record of the largest size Kafka takes by default, plus its headers.
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * 1024 * 1024);
    return new Outbox(
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  /**
   * Sends a record.
   *
   * @return completes once it is durable, on a thread that must not be held up; exceptionally only
   *     when the record is too large for its topic, the calling thread is interrupted or this
   *     outbox is closed
   */
  public CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
    CompletableFuture<Void> durable = new CompletableFuture<>();
    send(record, durable);
    return durable;
  }

  /** Waits some seconds for what is on its way. */
  @Override
  public void close() {
    closed = true;
    producer.close(CLOSE_WITHIN);
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
      LOG.log(
          Level.ERROR,
          "Not published to %s, trying again: %s"
              .formatted(
                  record.topic(), KafkaAccess.told(failure, "WRITE on topic " + record.topic())));
      CompletableFuture.delayedExecutor(RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS, RETRIES)
          .execute(() -> send(record, durable));
    }
  }
}
