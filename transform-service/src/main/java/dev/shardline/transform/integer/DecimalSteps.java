package dev.shardline.transform.integer;

import java.math.BigInteger;

/**
 * What the conversion of one integer to decimal is made of; whoever implements it decides what
 * computes. Called on one thread.
 */
public interface DecimalSteps {

  /** By the JDK's arithmetic, with that checkpoint. */
  static DecimalSteps ofJava(Runnable checkpoint) {
    return new JavaSteps(checkpoint);
  }

  /** The most digits that {@link #digits} is to be given, 2 or above. */
  int digitsInOneGo();

  /** The digits of a natural number: those of {@link BigInteger#toString()}. */
  String digits(BigInteger natural);

  /** a · b, in pieces that end soon. */
  BigInteger product(BigInteger a, BigInteger b);
}
