package dev.shardline.transform.queue;

import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * The queue of shards, as one slot sees it. What was acquired is locked for this slot for a time;
 * each record must be accepted, released or renewed before the next {@link #acquire}. Confined to
 * one thread.
 */
public interface ShardQueue extends AutoCloseable {

  /**
   * Takes records, and sends what was accepted and released before.
   *
   * @param wait how long to wait for the first record
   * @return the records, perhaps none
   */
  List<ReceivedRecord> acquire(Duration wait);

  /** The record is answered: nobody gets it again. Sent with the next call, {@link #close} too. */
  void accept(ReceivedRecord record);

  /** Somebody else may have the record. Sent with the next call, {@link #close} too. */
  void release(ReceivedRecord record);

  /** Sends what was accepted and released. */
  void flush();

  /**
   * Starts the locks of records anew, and sends what was accepted and released before.
   *
   * @return those whose lock was lost; somebody else may have them already
   */
  List<ReceivedRecord> renew(Collection<ReceivedRecord> held);

  /** Whether the group has let this slot in, so that it is given records. */
  boolean hasJoined();

  /** How long a lock lasts if it is not renewed. */
  Duration lockDuration();

  /** Sends what was accepted and released, and leaves; what is still held is released. */
  @Override
  void close();
}
