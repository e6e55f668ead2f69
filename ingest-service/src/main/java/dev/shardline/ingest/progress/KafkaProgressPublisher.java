package dev.shardline.ingest.progress;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.source.SourceProgress;
import dev.shardline.contracts.source.SourceProgressCodec;
import dev.shardline.ingest.settings.IngestSettings;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends progress to its topic, from a thread of its own that fetches never wait for.
 *
 * <p>A producer of its own and no channel: those of the service send for as long as it takes, turn
 * its health down and log each failure, as befits what must arrive. This one gives up within
 * seconds, and asks ever more rarely for a broker or a topic that is missing.
 */
@Startup // so that no fetch waits until the producer is made
@ApplicationScoped
public class KafkaProgressPublisher implements ProgressPublisher {

  private static final Logger LOG = Logger.getLogger(KafkaProgressPublisher.class);

  /** One for each of the most workers that may be configured. */
  private static final int MAX_QUEUED = 1000;

  private static final int GIVE_UP_MILLIS = 5_000;
  private static final int FIRST_RETRY_MILLIS = 500;

  /** What Kafka's client logs of each such retry is a line a minute in the end. */
  private static final int LAST_RETRY_MILLIS = 60_000;

  private final @Nullable Producer<String, byte[]> producer;
  private final ThreadPoolExecutor sender =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_QUEUED),
          Thread.ofPlatform().daemon().name("progress-sender").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  KafkaProgressPublisher(
      IngestSettings settings, @Identifier("default-kafka-broker") Map<String, Object> connection) {
    producer = settings.progress().interval().isZero() ? null : connect(connection);
  }

  @Override
  public void publish(SourceProgress progress) {
    Producer<String, byte[]> connected = producer;
    if (connected != null) {
      sender.execute(() -> send(connected, progress));
    }
  }

  @PreDestroy
  void close() {
    sender.shutdownNow();
    if (producer != null) {
      producer.close(Duration.ZERO);
    }
  }

  private static void send(Producer<String, byte[]> producer, SourceProgress progress) {
    try {
      var _ =
          producer.send(
              new ProducerRecord<>(
                  Topics.SOURCE_PROGRESS,
                  progress.id().key(),
                  SourceProgressCodec.encode(progress)));
    } catch (KafkaException | IllegalStateException e) {
      // Closed, or interrupted by the close.
      LOG.debugf(e, "progress of %s is not told", progress.id().key());
    }
  }

  private static Producer<String, byte[]> connect(Map<String, Object> connection) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, "source-progress");
    config.put(ProducerConfig.ACKS_CONFIG, "1");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
    config.put(ProducerConfig.RETRIES_CONFIG, 0);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, GIVE_UP_MILLIS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, GIVE_UP_MILLIS);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, GIVE_UP_MILLIS);
    config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, FIRST_RETRY_MILLIS);
    config.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, LAST_RETRY_MILLIS);
    config.put(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, FIRST_RETRY_MILLIS);
    config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, LAST_RETRY_MILLIS);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }
}
