package dev.shardline.transform.settings;

import dev.shardline.objectstore.S3Settings;
import dev.shardline.objectstore.s3.S3Connection;

/** The settings of S3 as the object store takes them. */
public final class S3Config {

  private S3Config() {}

  /**
   * The bucket that long values are kept in.
   *
   * @throws IllegalArgumentException if a setting is outside its range; the message names its key
   */
  public static S3Settings store(TransformSettings.StoreS3 s3) {
    String bucket =
        s3.bucket()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "transform.object-store.s3.bucket must be set where"
                        + " transform.object-store.kind is s3, was not"));
    try {
      return new S3Settings(
          bucket,
          s3.prefix().orElse(""),
          new S3Connection(s3.region(), s3.endpoint(), s3.pathStyle()),
          s3.partSize().asLongValue());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("transform.object-store.s3." + e.getMessage(), e);
    }
  }
}
