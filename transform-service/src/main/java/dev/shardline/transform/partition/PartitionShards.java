package dev.shardline.transform.partition;

import dev.shardline.transform.delivery.ReceivedRecords;
import dev.shardline.transform.shard.ShardWork;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CancellationException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Shards from a classic consumer group, for brokers without share groups. Several of one partition
 * run at a time; an offset is committed once all before it are answered.
 */
@ApplicationScoped
public class PartitionShards {

  /** The channel, and the worker pool with one thread for each slot. */
  public static final String CHANNEL = "shards";

  /** The worker pool of this channel. */
  public static final String POOL = "transform-slots";

  private final ShardWork work;

  PartitionShards(ShardWork work) {
    this.work = work;
  }

  /** Answers one shard; returning acknowledges it. */
  @Incoming(CHANNEL)
  @Blocking(value = POOL, ordered = false)
  public void take(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    try {
      work.process(ReceivedRecords.of(record), () -> true).join();
    } catch (CancellationException e) {
      throw new InterruptedException("the worker stops");
    }
  }
}
