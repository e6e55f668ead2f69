package dev.shardline.lag.cluster;

import dev.shardline.lag.Fact;
import dev.shardline.lag.Partition;
import dev.shardline.lag.position.Backlog;
import dev.shardline.lag.position.OffsetGaps;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;

/**
 * How many records there are between offsets. Where each offset has one, that is arithmetic;
 * elsewhere they are read and counted, each once where the log is only written to, and all of them
 * each time where it is compacted.
 */
final class RecordCounts {

  /** So many records are read for a reading at most: about a second. */
  private static final int RECORDS_PER_READING = 100_000;

  private static final int MAX_GAPS = 200_000;

  private final LogReader reader;

  /** By group, as each reads on from where it is. */
  private final Map<String, Map<Partition, OffsetGaps>> counted = new HashMap<>();

  RecordCounts(LogReader reader) {
    this.reader = reader;
  }

  void forget(Set<String> topics) {
    counted
        .values()
        .forEach(gaps -> gaps.keySet().removeIf(partition -> topics.contains(partition.topic())));
  }

  /**
   * How many records there are in a stretch of a log that has gaps.
   *
   * @param compacted whether there may be more gaps the next time
   * @param deadline as {@link System#nanoTime()}
   */
  Fact<Long> in(
      String group, Partition partition, Backlog stretch, boolean compacted, long deadline) {
    if (compacted && stretch.offsets() > RECORDS_PER_READING) {
      return Fact.unknown(
          "the topic is compacted, and its %,d offsets are too many to count their records"
              .formatted(stretch.offsets()));
    }
    Map<Partition, OffsetGaps> ofGroup = counted.computeIfAbsent(group, _ -> new HashMap<>());
    OffsetGaps gaps = ofGroup.get(partition);
    if (gaps == null || compacted || !gaps.continuesFrom(stretch.from())) {
      gaps = new OffsetGaps(stretch.from());
      ofGroup.put(partition, gaps);
    }
    gaps.forgetBefore(stretch.from());
    try {
      reader.readOn(partition, gaps, stretch.to(), RECORDS_PER_READING, deadline);
    } catch (KafkaException e) {
      ofGroup.remove(partition);
      return Fact.unknown("its records cannot be counted: " + e.getMessage());
    }
    if (gaps.size() > MAX_GAPS) {
      ofGroup.remove(partition);
      return Fact.unknown("it is written in too many transactions to count its records");
    }
    return gaps.covers(stretch.from(), stretch.to())
        ? Fact.known(gaps.records(stretch.from(), stretch.to()))
        : Fact.unknown(
            "not every offset has a record: being counted, %,d of %,d offsets read"
                .formatted(gaps.to() - stretch.from(), stretch.offsets()));
  }
}
