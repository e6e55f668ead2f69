package dev.shardline.transform.integer;

import java.math.BigInteger;

/** By the JDK's arithmetic. */
record JavaSteps(Runnable checkpoint) implements DecimalSteps {

  /** In digits: some 5 ms. */
  static final int IN_ONE_GO = 50_000;

  @Override
  public int digitsInOneGo() {
    return IN_ONE_GO;
  }

  @Override
  public String digits(BigInteger natural) {
    checkpoint.run();
    return natural.toString();
  }

  @Override
  public BigInteger product(BigInteger a, BigInteger b) {
    return Product.of(a, b, checkpoint);
  }
}
