package dev.shardline.transform.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.transform.delivery.ReceivedRecord.Header;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records as tests have them delivered. */
public final class Records {

  /** Where a requeued record stood at first. */
  public static final RecordPosition ORIGIN =
      new RecordPosition("shards", 0, 3, Instant.parse("2026-01-02T03:04:05Z"));

  private static final RecordPosition PLACE =
      new RecordPosition("shards", 0, 17, Instant.parse("2026-01-02T03:04:06Z"));

  private Records() {}

  /** The record, for the n-th time. */
  public static ReceivedRecord delivered(int deliveryCount) {
    return of(deliveryCount, "{\"number\":5}", List.of());
  }

  /** A copy of a record, for the n-th time. */
  public static ReceivedRecord requeued(int deliveryCount, Requeued as) {
    return of(deliveryCount, "{\"number\":5}", headers(as));
  }

  /** A record of that value. */
  public static ReceivedRecord of(int deliveryCount, String value, List<Header> headers) {
    return new ReceivedRecord(
        PLACE, deliveryCount, "a-key".getBytes(UTF_8), value.getBytes(UTF_8), headers);
  }

  /** A record as a classic consumer reads it. */
  public static ReceivedRecord of(ConsumerRecord<String, byte[]> read) {
    return ReceivedRecords.of(
        new ConsumerRecord<>(
            read.topic(),
            read.partition(),
            read.offset(),
            read.timestamp(),
            read.timestampType(),
            read.serializedKeySize(),
            read.serializedValueSize(),
            read.key().getBytes(UTF_8),
            read.value(),
            read.headers(),
            read.leaderEpoch()));
  }

  /** The copy of a record that says this of itself. */
  @SuppressWarnings("NullAway") // overlooks that key and value of a record may be null
  public static ReceivedRecord as(ReceivedRecord record, Requeued as) {
    List<Header> headers = new ArrayList<>(record.headers());
    headers.addAll(headers(as));
    return new ReceivedRecord(
        record.position(), record.deliveryCount(), record.key(), record.value(), headers);
  }

  /** The headers that say where a record stood at first. */
  public static List<Header> headers(Requeued as) {
    return as.headers().entrySet().stream()
        .map(header -> new Header(header.getKey(), header.getValue().getBytes(UTF_8)))
        .toList();
  }
}
