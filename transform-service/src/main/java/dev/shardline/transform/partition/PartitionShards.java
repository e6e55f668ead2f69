package dev.shardline.transform.partition;

import dev.shardline.transform.attempt.AttemptHistory;
import dev.shardline.transform.cancellation.CancellationFollower;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.ReceivedRecords;
import dev.shardline.transform.shard.HeldRecord;
import dev.shardline.transform.shard.ShardEnd;
import dev.shardline.transform.shard.ShardMeter;
import dev.shardline.transform.shard.ShardWork;
import dev.shardline.transform.shard.Stop;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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
  private final CancellationFollower cancellations;
  private final ShardMeter meter;

  PartitionShards(ShardWork work, CancellationFollower cancellations, ShardMeter meter) {
    this.work = work;
    this.cancellations = cancellations;
    this.meter = meter;
  }

  /** Answers one shard; returning acknowledges it. */
  @Incoming(CHANNEL)
  @Blocking(value = POOL, ordered = false)
  public void take(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    meter.acquired(1);
    boolean ended = false;
    try {
      meter.ended(answer(record));
      ended = true;
    } catch (CancellationException e) {
      throw new InterruptedException("the worker stops");
    } finally {
      if (!ended) {
        // Its offset is not committed.
        meter.givenBack();
      }
    }
  }

  private ShardEnd answer(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    while (!cancellations.awaitCaughtUp(Duration.ofMinutes(1))) {
      // Without them a cancelled shard would be computed.
    }
    return work.process(new Taken(ReceivedRecords.of(record), new Stop())).join();
  }

  /** A partition is this worker's until its offset is committed, so its records always are. */
  private record Taken(ReceivedRecord record, Stop stop) implements HeldRecord {

    @Override
    public AttemptHistory history() {
      return AttemptHistory.NONE;
    }

    @Override
    public boolean claim() {
      return true;
    }
  }
}
