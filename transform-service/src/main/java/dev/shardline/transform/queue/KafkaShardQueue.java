package dev.shardline.transform.queue;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.ReceivedRecords;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.TopicIdPartition;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka share group as the queue (KIP-932), with explicit acknowledgement.
 *
 * <p>Renewal (KIP-1222) is a dance of three steps, because the client keeps renewed records apart:
 * acknowledge as RENEW, commit, poll. That poll returns the renewed records again, as new objects
 * which must be used from then on; a record that it does not return was lost.
 */
final class KafkaShardQueue implements ShardQueue {

  private static final System.Logger LOG = System.getLogger(KafkaShardQueue.class.getName());

  /** Until the broker has said what the group's lock is: the default of Kafka. */
  private static final Duration DEFAULT_LOCK = Duration.ofSeconds(30);

  private static final Duration RENEWED_RECORDS_WAIT = Duration.ofMillis(500);

  private static final String FETCHES = "fetch-total";

  private final ShareConsumer<byte[], byte[]> consumer;
  private final Map<RecordPosition, ConsumerRecord<byte[], byte[]>> held = new HashMap<>();

  /** What the poll of a renewal acquired, which happens only when a lock was lost. */
  private final List<ReceivedRecord> acquiredMeanwhile = new ArrayList<>();

  private boolean acknowledged;

  /**
   * A member of the share group.
   *
   * @param consumer with explicit acknowledgement; closed with this queue
   */
  KafkaShardQueue(ShareConsumer<byte[], byte[]> consumer, String topic) {
    this.consumer = consumer;
    consumer.setAcknowledgementCommitCallback(KafkaShardQueue::logLostAcknowledgements);
    consumer.subscribe(List.of(topic));
  }

  @Override
  public List<ReceivedRecord> acquire(Duration wait) {
    // Left to be sent along with the poll, they delay its records by the time that the brokers take
    // to persist them: 6.3 ms a record instead of 2.2 ms, measured on a queue that never ran empty.
    flush();
    if (acquiredMeanwhile.isEmpty()) {
      poll(wait, acquiredMeanwhile);
    }
    List<ReceivedRecord> acquired = List.copyOf(acquiredMeanwhile);
    acquiredMeanwhile.clear();
    return acquired;
  }

  @Override
  public void flush() {
    if (acknowledged) {
      commit();
    }
  }

  @Override
  public void accept(ReceivedRecord record) {
    acknowledge(record, AcknowledgeType.ACCEPT);
    held.remove(record.position());
  }

  @Override
  public void release(ReceivedRecord record) {
    acknowledge(record, AcknowledgeType.RELEASE);
    held.remove(record.position());
  }

  @Override
  public List<ReceivedRecord> renew(Collection<ReceivedRecord> records) {
    long deadline = System.nanoTime() + patience().toNanos();
    records.forEach(record -> acknowledge(record, AcknowledgeType.RENEW));
    commit();

    Map<RecordPosition, ReceivedRecord> missing = new HashMap<>();
    records.forEach(record -> missing.put(record.position(), record));
    List<ReceivedRecord> polled = new ArrayList<>();
    // Once at least: a commit that took long has renewed all the same.
    do {
      poll(RENEWED_RECORDS_WAIT, polled);
      for (ReceivedRecord record : polled) {
        // A higher delivery count says that the lock was lost and the record acquired anew.
        ReceivedRecord before = missing.get(record.position());
        if (before != null && before.deliveryCount() == record.deliveryCount()) {
          missing.remove(record.position());
        } else {
          acquiredMeanwhile.add(record);
        }
      }
      polled.clear();
    } while (!missing.isEmpty() && acquiredMeanwhile.isEmpty() && System.nanoTime() - deadline < 0);
    boolean anyKept = missing.size() < records.size();
    settleAcquiredMeanwhile(anyKept);
    missing.keySet().stream().filter(this::isLost).forEach(held::remove);
    return List.copyOf(missing.values());
  }

  /** Kafka's consumer tells so only in its metrics: a member without partitions fetches nothing. */
  @Override
  public boolean hasJoined() {
    return consumer.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals(FETCHES))
        .anyMatch(metric -> metric.metricValue() instanceof Double total && total > 0);
  }

  @Override
  public Duration lockDuration() {
    return consumer.acquisitionLockTimeoutMs().map(Duration::ofMillis).orElse(DEFAULT_LOCK);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void commit() {
    acknowledged = false;
    // What was lost is told by the callback too.
    consumer.commitSync(patience());
  }

  /**
   * How long a commit, and with it a renewal, may take. To give up means to open the queue anew,
   * and what is held is then delivered again. Renewal is due a third of a lock after the last one:
   * half a lock more is within it.
   */
  private Duration patience() {
    return lockDuration().dividedBy(2);
  }

  private void poll(Duration wait, List<ReceivedRecord> into) {
    for (ConsumerRecord<byte[], byte[]> polled : consumer.poll(wait)) {
      ReceivedRecord record = ReceivedRecords.of(polled);
      held.put(record.position(), polled);
      into.add(record);
    }
  }

  /**
   * Behind work that goes on, it would wait without its lock being renewed: somebody else's then.
   */
  private void settleAcquiredMeanwhile(boolean workGoesOn) {
    if (workGoesOn) {
      acquiredMeanwhile.forEach(this::release);
      acquiredMeanwhile.clear();
    }
  }

  private boolean isLost(RecordPosition position) {
    return acquiredMeanwhile.stream().noneMatch(record -> record.position().equals(position));
  }

  private void acknowledge(ReceivedRecord record, AcknowledgeType type) {
    ConsumerRecord<byte[], byte[]> delivery = held.get(record.position());
    if (delivery == null) {
      return;
    }
    try {
      consumer.acknowledge(delivery, type);
      acknowledged = true;
    } catch (IllegalStateException e) {
      // The client knows already that the lock is lost; the repeat will write the same key.
      LOG.log(
          Level.WARNING,
          "The shard at " + record.position() + " could not be acknowledged: " + e.getMessage());
      held.remove(record.position());
    }
  }

  private static void logLostAcknowledgements(
      Map<TopicIdPartition, Set<Long>> offsets, @Nullable Exception failure) {
    if (failure != null) {
      LOG.log(
          Level.WARNING, "Acknowledgements of " + offsets + " were lost: " + failure.getMessage());
    }
  }
}
