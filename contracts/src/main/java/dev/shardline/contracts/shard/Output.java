package dev.shardline.contracts.shard;

/** How much of a computed integer its result carries. */
public enum Output {
  /** Digit count, hash, leading and trailing digits: enough to prove and to recognise it. */
  SUMMARY,
  /** Also every decimal digit, in the result while they are few, else by reference. */
  DECIMAL
}
