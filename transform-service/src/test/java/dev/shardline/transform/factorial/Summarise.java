package dev.shardline.transform.factorial;

import dev.shardline.transform.integer.DecimalDigits;
import dev.shardline.transform.integer.IntegerSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;

/** What a worker does with one number, as a program of its own. */
final class Summarise {
  private Summarise() {}

  public static void main(String[] arguments) throws IOException {
    BigInteger sum = FactorialSum.of(Integer.parseInt(arguments[0]), () -> {});
    System.out.println(IntegerSummary.of(sum, () -> {}));
    if (arguments[1].equals("decimal")) {
      DecimalDigits.write(sum, OutputStream.nullOutputStream(), () -> {});
    }
    // Whoever asks for the digits holds the value until they are stored.
    System.out.println(sum.bitLength());
  }
}
