package dev.shardline.cli.job;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.KafkaFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Publishes the requests of a job. Not thread-safe. */
final class RequestSender implements AutoCloseable {

  private final Job<?> job;
  private final KafkaFailure failure;
  private final Producer<String, String> producer;
  private final AtomicReference<@Nullable Exception> firstFailure = new AtomicReference<>();

  private RequestSender(Cluster cluster, Job<?> job) {
    this.job = job;
    this.failure = cluster.failure().needing("WRITE", List.of(job.requestTopic()));
    this.producer = cluster.producer();
  }

  /** Opens a connection to where the requests go, so that the first one need not wait for it. */
  static RequestSender open(Cluster cluster, Job<?> job) throws InterruptedException {
    RequestSender sender = new RequestSender(cluster, job);
    try {
      sender.failure.call(() -> sender.producer.partitionsFor(job.requestTopic()));
    } catch (RuntimeException | InterruptedException e) {
      sender.close();
      throw e;
    }
    return sender;
  }

  /** Hands one request to the producer; blocks while its buffer is full. */
  void send(int place) throws InterruptedException {
    Request request = job.request(place);
    ProducerRecord<String, String> record =
        new ProducerRecord<>(job.requestTopic(), request.key(), request.json());
    failure.call(() -> producer.send(record, (metadata, error) -> remember(error)));
    throwFirstFailure();
  }

  /**
   * Waits until every request is durable.
   *
   * @throws dev.shardline.cli.cluster.ClusterException if one of them is not
   */
  void flush() throws InterruptedException {
    failure.call(() -> {
      producer.flush();
      return true;
    });
    throwFirstFailure();
  }

  @Override
  public void close() {
    // Everything that matters was flushed; after a failure nobody waits for the rest.
    producer.close(Duration.ZERO);
  }

  private void remember(@Nullable Exception error) {
    if (error != null) {
      firstFailure.compareAndSet(null, error);
    }
  }

  private void throwFirstFailure() {
    Exception error = firstFailure.get();
    if (error != null) {
      throw failure.translated(error);
    }
  }
}
