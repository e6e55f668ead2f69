package dev.shardline.transform.delivery;

import dev.shardline.contracts.job.RecordPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** From Kafka's records to ours. */
public final class ReceivedRecords {

  private ReceivedRecords() {}

  /** A record; of a classic consumer, which counts no deliveries, it is taken for the first. */
  public static ReceivedRecord of(ConsumerRecord<byte[], byte[]> record) {
    List<ReceivedRecord.Header> headers = new ArrayList<>();
    record
        .headers()
        .forEach(header -> headers.add(new ReceivedRecord.Header(header.key(), header.value())));
    return new ReceivedRecord(
        new RecordPosition(
            record.topic(),
            record.partition(),
            record.offset(),
            Instant.ofEpochMilli(record.timestamp())),
        record.deliveryCount().orElse((short) 1),
        record.key(),
        record.value(),
        headers);
  }
}
