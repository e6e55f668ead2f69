package dev.shardline.cli.ledger;

/** Hashes as far as a ledger compares them. */
final class Proof {

  private static final int HEX_DIGITS_OF_LONG = 16;

  private Proof() {}

  /** The first 64 bits: enough to tell two answers for one piece apart. */
  static long head(String sha256) {
    return Long.parseUnsignedLong(sha256.substring(0, HEX_DIGITS_OF_LONG), 16);
  }
}
