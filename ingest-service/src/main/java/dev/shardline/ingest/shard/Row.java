package dev.shardline.ingest.shard;

/** One row of a body. */
sealed interface Row {

  /** A row with a usable number in the requested field: an integer of 0 or above, below 2^63. */
  record Usable(long number) implements Row {}

  /**
   * A row without.
   *
   * @param problem what the field was instead; continues a sentence that begins with its name
   */
  record Unusable(String problem) implements Row {}
}
