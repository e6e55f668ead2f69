package dev.shardline.ingest.progress;

import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.SourceProgress;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Counts the bytes that it hands on, and tells of them now and then. For one thread. */
final class MeteredStream extends OutputStream {

  private final OutputStream body;
  private final SourceId id;
  private final int attempt;
  private final ProgressPublisher publisher;
  private final Duration interval;
  private final InstantSource clock;
  private long bytes;
  private long toldBytes;
  private Instant toldAt;

  MeteredStream(
      OutputStream body,
      SourceId id,
      int attempt,
      ProgressPublisher publisher,
      Duration interval,
      InstantSource clock) {
    this.body = body;
    this.id = id;
    this.attempt = attempt;
    this.publisher = publisher;
    this.interval = interval;
    this.clock = clock;
    this.toldAt = clock.instant();
  }

  @Override
  public void write(int b) throws IOException {
    body.write(b);
    count(1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    body.write(source, offset, length);
    count(length);
  }

  @Override
  public void flush() throws IOException {
    body.flush();
  }

  @Override
  public void close() throws IOException {
    body.close();
  }

  private void count(int written) {
    bytes += written;
    Instant now = clock.instant();
    Duration since = Duration.between(toldAt, now);
    if (since.isNegative()) {
      // The clock was set back: without this, nothing would be told until it has caught up.
      toldAt = now;
    } else if (since.compareTo(interval) >= 0) {
      publisher.publish(new SourceProgress(id, attempt, bytes, bytesPerSecond(since), now));
      toldBytes = bytes;
      toldAt = now;
    }
  }

  private long bytesPerSecond(Duration since) {
    return Math.round((bytes - toldBytes) * 1e9 / since.toNanos());
  }
}
