package dev.shardline.worker.notice;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is for watching alone to its topic, at best effort, from a thread of its own that no
 * work ever waits for. Thread-safe.
 *
 * <p>A producer of its own: the service's others send for as long as it takes, and make much of
 * each failure, as befits what must arrive. This one gives up within seconds, asks ever more rarely
 * for a broker or a topic that is missing, and says so once. What Kafka's client would say of each
 * try is left out of the log by its client id, in the {@code application.properties} of services.
 */
public final class KafkaNotices implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(KafkaNotices.class.getName());

  private static final int MAX_BLOCK_MILLIS = 1_000;
  private static final int GIVE_UP_MILLIS = 5_000;
  private static final int FIRST_RETRY_MILLIS = 500;
  private static final int LAST_RETRY_MILLIS = 20_000;
  private static final long BUFFER_BYTES = 1024L * 1024;

  /** What is on its way at a stop has half of it to be sent, and half of it to arrive. */
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

  private final String topic;
  private final Supplier<Producer<String, byte[]>> producers;
  private final ThreadPoolExecutor sender;
  private final AtomicBoolean failing = new AtomicBoolean();

  private volatile @Nullable Producer<String, byte[]> producer;
  private volatile boolean closed;

  private KafkaNotices(String topic, int maxQueued, Supplier<Producer<String, byte[]>> producers) {
    this.topic = topic;
    this.producers = producers;
    this.sender =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(maxQueued),
            Thread.ofPlatform().daemon().name(topic).factory(),
            // What is told later says more.
            new ThreadPoolExecutor.DiscardOldestPolicy());
  }

  /**
   * Sends to a topic, which may be missing, as may the brokers.
   *
   * @param connection how to reach the brokers: servers, TLS, SASL
   * @param topic names the client too
   * @param maxQueued how many may wait to be sent, 1 or above; of more, the oldest are dropped
   */
  public static KafkaNotices connect(Map<String, Object> connection, String topic, int maxQueued) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, topic);
    config.put(ProducerConfig.ACKS_CONFIG, "1");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
    config.put(ProducerConfig.RETRIES_CONFIG, 0);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, GIVE_UP_MILLIS);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, GIVE_UP_MILLIS);
    config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, FIRST_RETRY_MILLIS);
    config.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, LAST_RETRY_MILLIS);
    config.put(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, FIRST_RETRY_MILLIS);
    config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, LAST_RETRY_MILLIS);
    return new KafkaNotices(
        topic,
        maxQueued,
        () -> new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer()));
  }

  /**
   * Takes a notice or drops it: never waits, and never throws.
   *
   * @param value is asked for on the sending thread
   */
  public void send(String key, Supplier<byte[]> value) {
    sender.execute(() -> sendNow(key, value.get()));
  }

  /** Waits two seconds at most for what is on its way. */
  @Override
  public void close() {
    Duration half = CLOSE_WITHIN.dividedBy(2);
    sender.shutdown();
    try {
      if (!sender.awaitTermination(half.toMillis(), TimeUnit.MILLISECONDS)) {
        sender.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      sender.shutdownNow();
    }
    closed = true;
    Producer<String, byte[]> made = producer;
    if (made != null) {
      made.close(half);
    }
  }

  /**
   * Made when there is something to send: a new process has more urgent things to do. By the
   * sending thread alone, so that a close never waits for one that is being made; such a one is
   * closed here.
   */
  private Producer<String, byte[]> producer() {
    Producer<String, byte[]> made = producer;
    if (made == null) {
      made = producers.get();
      producer = made;
    }
    if (closed) {
      made.close(Duration.ZERO);
      throw new IllegalStateException("closed");
    }
    return made;
  }

  private void sendNow(String key, byte[] value) {
    try {
      var _ =
          producer()
              .send(new ProducerRecord<>(topic, key, value), (_, failure) -> sentOrFailed(failure));
    } catch (KafkaException | IllegalStateException e) {
      // No client for such settings; or closed, or interrupted by the close, of which nothing is
      // said.
      sentOrFailed(e);
    }
  }

  private void sentOrFailed(@Nullable Exception failure) {
    if (failure == null) {
      if (failing.getAndSet(false)) {
        LOG.log(Level.INFO, "What is told on {0} arrives again", topic);
      }
    } else if (!sender.isShutdown() && !failing.getAndSet(true)) {
      LOG.log(
          Level.WARNING,
          "Nothing can be told on %s, which is for watching alone; it is tried on in silence: %s"
              .formatted(topic, failure.getMessage()));
    }
  }
}
