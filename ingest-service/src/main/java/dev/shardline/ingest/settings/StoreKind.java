package dev.shardline.ingest.settings;

/** What bodies are kept in. */
public enum StoreKind {
  /** A directory. */
  FILESYSTEM,
  /** A bucket of S3, or of another server that speaks its API. */
  S3
}
