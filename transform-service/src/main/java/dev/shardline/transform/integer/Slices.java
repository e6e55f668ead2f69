package dev.shardline.transform.integer;

import java.math.BigInteger;

/** A natural number in three parts: high · 2^(2 · bits) + middle · 2^bits + low. */
record Slices(BigInteger high, BigInteger middle, BigInteger low) {

  /** Cuts a number up; the middle and low part have that many bits. */
  static Slices of(BigInteger natural, int bits) {
    BigInteger upper = natural.shiftRight(bits);
    BigInteger high = upper.shiftRight(bits);
    return new Slices(
        high, upper.subtract(high.shiftLeft(bits)), natural.subtract(upper.shiftLeft(bits)));
  }

  /** So many bits, rounded up to where {@link BigInteger} shifts by copying. */
  static int wholeWords(int bits) {
    return (bits / Integer.SIZE + 1) * Integer.SIZE;
  }
}
