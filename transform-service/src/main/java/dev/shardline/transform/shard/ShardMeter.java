package dev.shardline.transform.shard;

/**
 * Counts records on their way through this worker. Each that was acquired leaves in exactly one of
 * the other ways, or is still held. Implementations are thread-safe, do not wait, and throw
 * nothing.
 */
public interface ShardMeter {

  /** So many records came. */
  void acquired(int records);

  /**
   * A record is acknowledged. The broker may still find that its lock was lost just before; then
   * the record is delivered, and answered, once more.
   */
  void ended(ShardEnd end);

  /** A record goes back to its queue without an answer: it was not begun, or came to none. */
  void givenBack();

  /** A record is no longer this worker's: its lock was lost, or its queue failed. */
  void lost();
}
