package dev.shardline.cli.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Publishes records as they are, and waits for them to be durable. Thread-safe. */
public final class RecordPublisher implements AutoCloseable {

  private final KafkaFailure failure;
  private final Producer<byte[], byte[]> producer;

  private RecordPublisher(KafkaFailure failure, Producer<byte[], byte[]> producer) {
    this.failure = failure;
    this.producer = producer;
  }

  /**
   * A publisher for topics that have to be there.
   *
   * @throws TopicMissingException if one of them is not
   */
  public static RecordPublisher open(Cluster cluster, Collection<String> topics)
      throws InterruptedException {
    cluster.partitions(topics, "WRITE");
    return new RecordPublisher(cluster.failure().needing("WRITE", topics), cluster.rawProducer());
  }

  /**
   * Publishes records, and returns when all of them are durable.
   *
   * @throws ClusterException if one of them is not; others may be
   */
  public void publish(List<ProducerRecord<byte[], byte[]>> records) throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
    for (ProducerRecord<byte[], byte[]> record : records) {
      sent.add(failure.call(() -> producer.send(record)));
    }
    for (Future<RecordMetadata> durable : sent) {
      await(durable);
    }
  }

  @Override
  public void close() {
    // What was published was waited for; after a failure nobody waits for the rest.
    producer.close(Duration.ZERO);
  }

  private void await(Future<RecordMetadata> durable) throws InterruptedException {
    try {
      durable.get();
    } catch (ExecutionException e) {
      throw failure.translated(e.getCause() instanceof Exception cause ? cause : e);
    }
  }
}
