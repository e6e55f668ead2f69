package dev.shardline.cli.cluster;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hears of records, one after the other. */
@FunctionalInterface
public interface RecordReader {

  /** One record. */
  void read(ConsumerRecord<byte[], byte[]> record) throws InterruptedException;
}
