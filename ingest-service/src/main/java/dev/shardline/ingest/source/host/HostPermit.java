package dev.shardline.ingest.source.host;

import java.time.Duration;

/** One request to a host, from its beginning to the end of its body. For one thread at a time. */
public final class HostPermit implements AutoCloseable {

  private final HostGate gate;
  private final long began;
  private boolean told;
  private boolean closed;

  HostPermit(HostGate gate, long began) {
    this.gate = gate;
    this.began = began;
  }

  /** The host began to answer. */
  public void answered(long nanoTime) {
    if (!told) {
      told = true;
      gate.answered(Duration.ofNanos(nanoTime - began));
    }
  }

  /**
   * The host said that it is asked too much.
   *
   * @param retryAfter how long it wants to be left alone; zero: it does not say
   */
  public void refused(Duration retryAfter) {
    if (!told) {
      told = true;
      gate.refused(retryAfter);
    }
  }

  /** The request is over. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      gate.leave();
    }
  }
}
