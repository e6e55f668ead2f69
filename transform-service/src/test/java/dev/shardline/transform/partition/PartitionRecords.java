package dev.shardline.transform.partition;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Records as a consumer of a classic group delivers them. */
final class PartitionRecords {

  static final Partition PARTITION = new Partition("shards", 0);

  static final Partition ANOTHER = new Partition("shards", 1);

  private static final Instant SENT = Instant.parse("2026-01-02T03:04:05Z");

  private PartitionRecords() {}

  /** A shard of that transformation. */
  static ReceivedRecord shard(Partition partition, long offset, String transform) {
    return record(partition, offset, "{\"number\":5,\"transform\":\"" + transform + "\"}");
  }

  /** Records at these offsets, which nobody reads. */
  static List<ReceivedRecord> at(long... offsets) {
    return LongStream.of(offsets).mapToObj(offset -> record(PARTITION, offset, "{}")).toList();
  }

  /** A record of that value. */
  static ReceivedRecord record(Partition partition, long offset, String value) {
    return new ReceivedRecord(
        new RecordPosition(partition.topic(), partition.number(), offset, SENT),
        1,
        "a-key".getBytes(UTF_8),
        value.getBytes(UTF_8),
        List.of());
  }
}
