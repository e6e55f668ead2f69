package dev.shardline.contracts.source;

/** How the rows of a body are written. */
public enum BodyFormat {
  /** One JSON array, which is the body or somewhere in it. */
  JSON,
  /** One JSON value a line (newline-delimited JSON), blank lines aside. */
  NDJSON,
  /** Comma-separated values (RFC 4180) with a header line. */
  CSV
}
