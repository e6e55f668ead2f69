package dev.shardline.transform.settings;

/** What long values are kept in. */
public enum StoreKind {
  /** A directory. */
  FILESYSTEM,
  /** A bucket of S3, or of another server that speaks its API. */
  S3
}
