package dev.shardline.cli.redrive;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.KafkaFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * The right to redrive, of which a cluster has one: a transactional id. Whoever takes it ends the
 * transaction of the one before and fences that one off (KIP-98), so that what is found in the
 * topics after taking it can only be changed by its holder. Not thread-safe.
 */
final class RedriveLock implements AutoCloseable {

  private static final String TRANSACTIONAL_ID = "shardline-redrive";

  private final KafkaFailure failure;
  private final Producer<byte[], byte[]> producer;

  private RedriveLock(KafkaFailure failure, Producer<byte[], byte[]> producer) {
    this.failure = failure;
    this.producer = producer;
  }

  /**
   * Takes it.
   *
   * @throws dev.shardline.cli.cluster.ClusterException if the cluster does not give it
   */
  static RedriveLock take(Cluster cluster) throws InterruptedException {
    Producer<byte[], byte[]> producer = cluster.transactionalProducer(TRANSACTIONAL_ID);
    RedriveLock lock = new RedriveLock(cluster.failure(), producer);
    try {
      lock.failure
          .needing("WRITE", "transactional id " + TRANSACTIONAL_ID)
          .call(() -> {
            producer.initTransactions();
            return true;
          });
      return lock;
    } catch (RuntimeException | InterruptedException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Publishes all of the records, or none.
   *
   * @return false if one of them is too large for its topic: then none was published
   * @throws RedriveTakenOverException if somebody else has taken the lock: then none was published
   * @throws dev.shardline.cli.cluster.ClusterException if the cluster does not carry it out
   */
  boolean publish(List<ProducerRecord<byte[], byte[]>> records) throws InterruptedException {
    Set<String> topics = new TreeSet<>();
    records.forEach(record -> topics.add(record.topic()));
    try {
      producer.beginTransaction();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (ProducerRecord<byte[], byte[]> record : records) {
        sent.add(producer.send(record));
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
      producer.commitTransaction();
      return true;
    } catch (ExecutionException e) {
      return abandoned(e.getCause() instanceof Exception cause ? cause : e, topics);
    } catch (InterruptException e) {
      throw failure.interrupted(e);
    } catch (KafkaException e) {
      return abandoned(e, topics);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }

  private boolean abandoned(Exception cause, Set<String> topics) throws InterruptedException {
    if (isFencing(cause)) {
      throw new RedriveTakenOverException(cause);
    }
    if (cause instanceof RecordTooLargeException) {
      failure.call(() -> {
        producer.abortTransaction();
        return true;
      });
      return false;
    }
    throw failure.needing("WRITE", topics).translated(cause);
  }

  private static boolean isFencing(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof ProducerFencedException
          || each instanceof InvalidProducerEpochException) {
        return true;
      }
    }
    return false;
  }
}
