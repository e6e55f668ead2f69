package dev.shardline.transform.integer;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash of a natural number that any language can reproduce: over its unsigned big-endian bytes
 * without leading zeros; 0 is one zero byte.
 *
 * <p>Stateless and safe for use by any number of threads.
 */
public final class Fingerprint {
  /** In bytes: some 10 ms. */
  private static final int PIECE = 1 << 22;

  private Fingerprint() {}

  /**
   * The SHA-256 of the number's bytes, as 64 lower-case hexadecimal digits.
   *
   * @param checkpoint called on the calling thread before each piece of the work; an unchecked
   *     exception that it throws abandons the hash and reaches the caller
   * @throws IllegalArgumentException if the value is negative
   */
  public static String sha256(BigInteger value, Runnable checkpoint) {
    return sha256(NonNegative.require(value).toByteArray(), checkpoint);
  }

  /** That of the number with these bytes in two's complement, the most significant first. */
  static String sha256(byte[] bytes, Runnable checkpoint) {
    // Two's complement puts a zero byte in front where the first bit of the number is set.
    int start = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
    MessageDigest digest = digest();
    for (int from = start; from < bytes.length; from += PIECE) {
      checkpoint.run();
      digest.update(bytes, from, Math.min(PIECE, bytes.length - from));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has to provide SHA-256", e);
    }
  }
}
