package dev.shardline.objectstore;

import dev.shardline.objectstore.s3.S3Connection;
import java.util.regex.Pattern;

/**
 * Which objects of S3 are a store.
 *
 * @param bucket exists already
 * @param prefix what all keys begin with, without a slash at its ends; empty: nothing
 * @param connection where the bucket is
 * @param partBytes how much of an object is sent at a time, and held in memory meanwhile: {@value
 *     #MIN_PART_BYTES} to {@value #MAX_PART_BYTES}; an object has {@value #MAX_PARTS} parts at most
 */
public record S3Settings(String bucket, String prefix, S3Connection connection, long partBytes) {

  /** S3 takes no smaller part but as the last one: 5 MiB. */
  public static final long MIN_PART_BYTES = 5L * 1024 * 1024;

  /** What an array holds with room to spare: 1 GiB. S3 takes 5 GiB. */
  public static final long MAX_PART_BYTES = 1024L * 1024 * 1024;

  /** Into how many parts S3 lets an object be cut. */
  public static final int MAX_PARTS = 10_000;

  /** The rules for general purpose buckets, of those that matter here. */
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private static final Pattern PREFIX =
      Pattern.compile("|(?=.{1,300}$)[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");

  /**
   * @throws IllegalArgumentException if a part is not what it should be; the message begins with
   *     its name
   */
  public S3Settings {
    if (!BUCKET.matcher(bucket).matches()) {
      throw new IllegalArgumentException(
          "bucket must be 3 to 63 lower-case letters, digits, dots and dashes, was \"%s\""
              .formatted(bucket));
    }
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "prefix must be up to 300 letters, digits, dots, dashes, underscores and slashes between"
              + " them, was \"%s\"".formatted(prefix));
    }
    if (partBytes < MIN_PART_BYTES || partBytes > MAX_PART_BYTES) {
      throw new IllegalArgumentException(
          "part-size must be from %d to %d, was %d"
              .formatted(MIN_PART_BYTES, MAX_PART_BYTES, partBytes));
    }
  }

  /** The largest object that can be stored, in bytes. */
  public long maxObjectBytes() {
    return MAX_PARTS * partBytes;
  }

  /**
   * The name of a key's object. Encoded characters are marked by {@code =} in the place of {@code
   * %}, so that the object's URI is the same text whether its reader decodes it or not, as tools
   * for S3 differ in that.
   */
  String objectName(ObjectKey key) {
    String path = key.path().replace('%', '=');
    return prefix.isEmpty() ? path : prefix + "/" + path;
  }
}
