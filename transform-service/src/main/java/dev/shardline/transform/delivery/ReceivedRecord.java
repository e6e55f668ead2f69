package dev.shardline.transform.delivery;

import dev.shardline.contracts.job.RecordPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of the shards topic as it was delivered. The arrays are not copied and must not be
 * changed.
 *
 * @param position where it stands
 * @param deliveryCount how often it was acquired, this time included; from 1
 * @param key its key
 * @param value its value; null for a record without one
 * @param headers its headers, in order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: a record is known by its position
public record ReceivedRecord(
    RecordPosition position,
    int deliveryCount,
    byte @Nullable [] key,
    byte @Nullable [] value,
    List<Header> headers) {

  public ReceivedRecord {
    headers = List.copyOf(headers);
  }

  /**
   * One header.
   *
   * @param name its name, which need not be unique
   * @param value its value
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Header(String name, byte @Nullable [] value) {}
}
