package dev.shardline.cli.bench.peer;

import dev.shardline.contracts.result.IntegerValue;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The factorial sum of a small number and what a result says of it, as plainly as {@link
 * BigInteger} allows: the sum of i! for 1 ≤ i &lt; n by Horner's rule, 1(1 + 2(1 + 3(1 + …))).
 */
public final class PlainSum {

  private static final int ENDS = 20;

  private PlainSum() {}

  /**
   * Computes it.
   *
   * @param n 2 or above; meant for some hundreds at most
   */
  public static IntegerValue of(long n) {
    BigInteger sum = BigInteger.ZERO;
    for (long i = n - 1; i >= 1; i--) {
      sum = sum.add(BigInteger.ONE).multiply(BigInteger.valueOf(i));
    }
    String decimal = sum.toString();
    return new IntegerValue(
        decimal.length(),
        sha256(sum),
        decimal.substring(0, Math.min(ENDS, decimal.length())),
        decimal.substring(Math.max(0, decimal.length() - ENDS)),
        null);
  }

  private static String sha256(BigInteger sum) {
    byte[] bytes = sum.toByteArray();
    int signByte = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, signByte, bytes.length - signByte);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
