package dev.shardline.contracts.job;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The handle of a job: a UUID of version 7 (RFC 9562, section 5.7), whose first 48 bits are the
 * job's time in milliseconds. A client that kept nothing but the id can therefore seek to the
 * results without a coordinator or a database.
 *
 * @param uuid a UUID of version 7
 */
public record JobId(UUID uuid) implements Comparable<JobId> {

  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final long MAX_MILLIS = (1L << 48) - 1;

  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * @throws IllegalArgumentException if the UUID is of another version
   */
  public JobId {
    if (uuid.version() != 7 || uuid.variant() != 2) {
      throw new IllegalArgumentException("must be a UUID of version 7: " + uuid);
    }
  }

  /** A new id of the present time. */
  public static JobId create() {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    return of(Instant.now(), random);
  }

  /**
   * An id that is always the same for the same time and name, so that a record that is delivered
   * again gets the id it had.
   *
   * @param time the id's time, at millisecond precision; one before 1970 counts as 1970, one that
   *     48 bits cannot hold as the last that they can
   * @param name what is named; different names give different ids
   */
  public static JobId derived(Instant time, String name) {
    return of(time, sha256(name));
  }

  /**
   * Reads the usual text form, in either case.
   *
   * @throws IllegalArgumentException if the text is not a UUID of version 7
   */
  public static JobId parse(String text) {
    // UUID.fromString also takes groups of other lengths and signed ones: several spellings of one
    // id, and some of them lose digits.
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("must be a UUID of version 7: " + text);
    }
    return new JobId(UUID.fromString(text));
  }

  /** The id's time, at millisecond precision. */
  public Instant time() {
    return Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16);
  }

  /** By time; ids of the same millisecond by their remaining bits. */
  @Override
  public int compareTo(JobId other) {
    int high =
        Long.compareUnsigned(uuid.getMostSignificantBits(), other.uuid.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            uuid.getLeastSignificantBits(), other.uuid.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return uuid.toString();
  }

  private static JobId of(Instant time, byte[] entropy) {
    ByteBuffer bits = ByteBuffer.wrap(entropy);
    // A record's timestamp is whatever its producer wrote, down to Kafka's -1 for none.
    long millis = Math.clamp(time.toEpochMilli(), 0L, MAX_MILLIS);
    long high = (millis << 16) | 0x7000L | (bits.getLong(0) & 0x0FFFL);
    long low = 0x8000_0000_0000_0000L | (bits.getLong(8) & 0x3FFF_FFFF_FFFF_FFFFL);
    return new JobId(new UUID(high, low));
  }

  private static byte[] sha256(String name) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
