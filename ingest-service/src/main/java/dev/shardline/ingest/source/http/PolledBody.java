package dev.shardline.ingest.source.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A response's body, taken piece by piece with a limit on each wait. {@code HttpRequest.timeout}
 * ends with the response's headers, and a read from {@code BodyHandlers.ofInputStream} waits for
 * ever.
 */
final class PolledBody implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {

  private sealed interface Signal {
    record Piece(List<ByteBuffer> buffers) implements Signal {}

    record Failed(Throwable cause) implements Signal {}

    record Complete() implements Signal {}
  }

  /** Holds one piece at most, as only one is ever asked for. */
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();

  private final CountDownLatch subscribed = new CountDownLatch(1);
  private volatile Flow.@Nullable Subscription subscription;

  /**
   * Copies the rest of the body.
   *
   * @param pause how long to wait for a piece
   * @param deadline when the whole body has to be there
   * @throws HttpTimeoutException if one of them passes; the message says which
   * @throws IOException if the body breaks off
   */
  void copyTo(OutputStream out, Duration pause, Deadline deadline)
      throws IOException, InterruptedException {
    WritableByteChannel channel = Channels.newChannel(out);
    while (true) {
      requestOne();
      switch (next(pause, deadline)) {
        case Signal.Piece(List<ByteBuffer> buffers) -> {
          for (ByteBuffer buffer : buffers) {
            channel.write(buffer);
          }
        }
        case Signal.Failed(Throwable cause) -> throw new IOException(cause.getMessage(), cause);
        case Signal.Complete() -> {
          return;
        }
      }
    }
  }

  /** Closes the connection, unless the body was read to its end. */
  @Override
  public void close() {
    Flow.Subscription current = subscription;
    if (current != null) {
      current.cancel();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscribed.countDown();
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    signals.add(new Signal.Piece(buffers));
  }

  @Override
  public void onError(Throwable failure) {
    signals.add(new Signal.Failed(failure));
  }

  @Override
  public void onComplete() {
    signals.add(new Signal.Complete());
  }

  private void requestOne() throws InterruptedException {
    subscribed.await();
    Flow.Subscription current = subscription;
    if (current != null) {
      current.request(1);
    }
  }

  private Signal next(Duration pause, Deadline deadline)
      throws HttpTimeoutException, InterruptedException {
    Signal signal = signals.poll(deadline.atMost(pause).toNanos(), TimeUnit.NANOSECONDS);
    if (signal == null) {
      throw new HttpTimeoutException(
          deadline.left().isZero()
              ? "the body was not complete in time"
              : "the body stopped for " + pause.toMillis() + " ms");
    }
    // A source that always has a piece ready would never be stopped by the poll.
    if (deadline.left().isZero() && signal instanceof Signal.Piece) {
      throw new HttpTimeoutException("the body was not complete in time");
    }
    return signal;
  }
}
