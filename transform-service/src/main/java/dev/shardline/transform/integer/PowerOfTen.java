package dev.shardline.transform.integer;

import java.math.BigInteger;

/** Powers of ten of any size, exactly. */
final class PowerOfTen {
  /** Powers of five up to this one are left to {@link BigInteger#pow}: some 10 ms. */
  private static final int IN_ONE_GO = 100_000;

  private PowerOfTen() {}

  /** 10^exponent, with a checkpoint before each piece of the work. */
  static BigInteger of(int exponent, Runnable checkpoint) {
    return powerOfFive(exponent, checkpoint).shiftLeft(exponent);
  }

  private static BigInteger powerOfFive(int exponent, Runnable checkpoint) {
    if (exponent <= IN_ONE_GO) {
      return BigInteger.valueOf(5).pow(exponent);
    }
    BigInteger root = powerOfFive(exponent / 2, checkpoint);
    BigInteger square = Product.of(root, root, checkpoint);
    return exponent % 2 == 0 ? square : square.multiply(BigInteger.valueOf(5));
  }
}
