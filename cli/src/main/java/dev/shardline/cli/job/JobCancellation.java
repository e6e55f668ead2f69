package dev.shardline.cli.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.RecordPublisher;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.cancellation.Cancellation;
import dev.shardline.contracts.cancellation.CancellationCodec;
import dev.shardline.contracts.job.JobId;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Asks for jobs of shards to be ended. */
public final class JobCancellation {

  private JobCancellation() {}

  /**
   * Publishes, and returns when all are durable. To cancel a job again changes nothing.
   *
   * @throws dev.shardline.cli.cluster.ClusterException if one of them is not durable
   */
  public static void publish(Cluster cluster, Collection<JobId> jobs) throws InterruptedException {
    try (RecordPublisher publisher = RecordPublisher.open(cluster, List.of(Topics.CANCELLATIONS))) {
      publisher.publish(jobs.stream().map(JobCancellation::record).toList());
    }
  }

  private static ProducerRecord<byte[], byte[]> record(JobId job) {
    return new ProducerRecord<>(
        Topics.CANCELLATIONS,
        job.toString().getBytes(UTF_8),
        CancellationCodec.encode(new Cancellation(job)));
  }
}
