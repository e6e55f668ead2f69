package dev.shardline.ingest.settings;

import dev.shardline.objectstore.S3Settings;
import dev.shardline.objectstore.s3.S3Connection;
import java.util.function.Supplier;

/** The settings of S3 as their users take them. */
public final class S3Config {

  private S3Config() {}

  /**
   * The bucket that bodies are kept in.
   *
   * @throws IllegalArgumentException if a setting is outside its range; the message names its key
   */
  public static S3Settings store(IngestSettings.StoreS3 s3) {
    return named(
        "ingest.object-store.s3.",
        () -> {
          String bucket =
              s3.bucket()
                  .orElseThrow(() ->
                      new IllegalArgumentException(
                          "bucket must be set where ingest.object-store.kind is s3, was not"));
          return new S3Settings(
              bucket,
              s3.prefix().orElse(""),
              new S3Connection(s3.region(), s3.endpoint(), s3.pathStyle()),
              s3.partSize().asLongValue());
        });
  }

  /**
   * Where sources are.
   *
   * @throws IllegalArgumentException if a setting is outside its range; the message names its key
   */
  public static S3Connection sources(IngestSettings.SourceS3 s3) {
    return named("ingest.s3.", () -> new S3Connection(s3.region(), s3.endpoint(), s3.pathStyle()));
  }

  private static <T> T named(String prefix, Supplier<T> settings) {
    try {
      return settings.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(prefix + e.getMessage(), e);
    }
  }
}
