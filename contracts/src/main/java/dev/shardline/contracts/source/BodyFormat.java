package dev.shardline.contracts.source;

/** How the rows of a body are written. */
public enum BodyFormat {
  /** One JSON array. */
  JSON,
  /** One JSON value a line. */
  NDJSON,
  /** Comma-separated values (RFC 4180) with a header line. */
  CSV
}
