package dev.shardline.ingest.source.host;

import java.io.IOException;
import java.time.Duration;

/**
 * The source's host bears no further request now. Nothing was asked of it, so this counts as no
 * attempt; whoever gets it can do other work meanwhile.
 */
public final class SourceBusyException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Duration delay;

  /** Says when to come back. */
  public SourceBusyException(String host, Duration delay) {
    super(host + " bears no further request for " + delay.toMillis() + " ms");
    this.delay = delay;
  }

  /** When it is worth to try again. */
  public Duration delay() {
    return delay;
  }
}
