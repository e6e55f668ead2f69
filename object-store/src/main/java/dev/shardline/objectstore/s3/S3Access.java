package dev.shardline.objectstore.s3;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Calls S3, each call on a virtual thread of its own: an interrupt closes the socket that such a
 * thread waits for, and ends the call at once, where a platform thread would wait on for its
 * timeout. Thread-safe.
 */
public final class S3Access implements AutoCloseable {

  /** How long a call may take to notice that it was interrupted. */
  private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(1);

  private final S3Connection connection;
  private final S3Patience patience;
  private @Nullable S3Client client;

  /** Connects when it is first called. */
  public S3Access(S3Connection connection, S3Patience patience) {
    this.connection = connection;
    this.patience = patience;
  }

  /**
   * Makes a call and waits for it.
   *
   * @param bucket which bucket it is about, for messages
   * @param <T> what the call returns
   * @throws S3FailedException if it fails
   * @throws InterruptedException if the calling thread was interrupted; the call has ended, or soon
   *     will
   */
  public <T> T call(String bucket, S3Call<T> call) throws S3FailedException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(() -> call.on(client()));
    Thread thread = Thread.ofVirtual().name("s3-call").start(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      var _ = thread.join(AFTER_INTERRUPT);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw S3FailedException.of(bucket, connection, Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  /**
   * Opens an object.
   *
   * @return its bytes; the caller closes it
   * @throws S3FailedException if there is none, or it cannot be opened
   */
  public S3Body open(GetObjectRequest request) throws S3FailedException, InterruptedException {
    ResponseInputStream<GetObjectResponse> stream =
        call(request.bucket(), s3 -> s3.getObject(request));
    return new S3Body(this, request.bucket(), stream);
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
      client = null;
    }
  }

  private synchronized S3Client client() {
    S3Client open = client;
    if (open == null) {
      open = connection.open(patience);
      client = open;
    }
    return open;
  }

  /**
   * A call.
   *
   * @param <T> what it returns
   */
  @FunctionalInterface
  public interface S3Call<T> {

    /**
     * Runs on a thread of its own.
     *
     * @throws IOException if it breaks off
     */
    T on(S3Client s3) throws IOException;
  }
}
