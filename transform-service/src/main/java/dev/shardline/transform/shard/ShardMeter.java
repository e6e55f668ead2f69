package dev.shardline.transform.shard;

import java.time.Duration;

/**
 * Counts records on their way through this worker. Each that was acquired leaves in exactly one of
 * four ways, or is still held: acquired = answered + moved + given back + lost + held. While one
 * leaves, a reader may see it in two places or in none. Implementations are thread-safe, do not
 * wait, and throw nothing.
 */
public interface ShardMeter {

  /** So many records came. */
  void acquired(int records);

  /**
   * A computation begins.
   *
   * @param waited how long its record stood on its topic, or its last copy did
   * @param attempt which attempt at the shard it is, from 1
   */
  void begun(Duration waited, int attempt);

  /**
   * A computation came to its end, whatever that was.
   *
   * @param transform what computed
   */
  void computed(String transform, Duration took);

  /**
   * A computation gave a value.
   *
   * @param engine what did the arithmetic
   */
  void valued(String engine);

  /** A result became durable, so long after it was handed over. */
  void published(Duration took);

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
