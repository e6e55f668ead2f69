package dev.shardline.ingest.source.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A block of addresses, written as RFC 4632 says: {@code 10.0.0.0/8}, {@code fd00::/8}, or a single
 * address. Immutable.
 */
public final class Network {

  private final byte[] prefix;
  private final int bits;

  private Network(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  /**
   * Reads a block.
   *
   * @throws IllegalArgumentException if it is none; the message says what was expected
   */
  public static Network of(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    // A name would be looked up.
    if (!address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      throw unreadable(text);
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      int longest = bytes.length * 8;
      int bits = slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > longest) {
        throw unreadable(text);
      }
      return new Network(bytes, bits);
    } catch (UnknownHostException | NumberFormatException e) {
      throw unreadable(text);
    }
  }

  /** Whether the block holds an address; one of the other family it never does. */
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    int whole = bits / 8;
    int rest = bits % 8;
    return bytes.length == prefix.length
        && Arrays.equals(bytes, 0, whole, prefix, 0, whole)
        && (rest == 0 || ((bytes[whole] ^ prefix[whole]) & 0xff) >> (8 - rest) == 0);
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "expected an address or a block such as 10.0.0.0/8 or fd00::/8, was " + text);
  }
}
