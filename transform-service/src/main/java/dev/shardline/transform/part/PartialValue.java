package dev.shardline.transform.part;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a partial value: how many integers, each with its length before it, in two's
 * complement with the highest byte first, and the SHA-256 of all that. Counts and lengths are of
 * four bytes.
 */
final class PartialValue {

  private static final int HASH_BYTES = 32;

  private PartialValue() {}

  /** How many bytes {@link #write} writes. */
  static long size(List<BigInteger> value) {
    return value.stream().mapToLong(integer -> 4 + length(integer)).sum() + 4 + HASH_BYTES;
  }

  static void write(List<BigInteger> value, OutputStream out) throws IOException {
    MessageDigest hash = sha256();
    DataOutputStream data = new DataOutputStream(new DigestOutputStream(out, hash));
    data.writeInt(value.size());
    for (BigInteger integer : value) {
      data.writeInt(length(integer));
      data.write(integer.toByteArray());
    }
    data.flush();
    out.write(hash.digest());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is something else, or cannot be read
   */
  static List<BigInteger> read(InputStream in) throws IOException {
    MessageDigest hash = sha256();
    DataInputStream data = new DataInputStream(new DigestInputStream(in, hash));
    int count = data.readInt();
    List<BigInteger> value = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = data.readInt();
      // Grows with what comes: a length that is damaged asks for no memory.
      byte[] bytes = data.readNBytes(Math.max(0, length));
      if (bytes.length != length || length == 0) {
        throw new IOException("it breaks off");
      }
      value.add(new BigInteger(bytes));
    }
    byte[] computed = hash.digest();
    if (!MessageDigest.isEqual(computed, in.readNBytes(HASH_BYTES)) || in.read() >= 0) {
      throw new IOException("its hash is another");
    }
    return value;
  }

  private static int length(BigInteger integer) {
    return integer.bitLength() / Byte.SIZE + 1;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
