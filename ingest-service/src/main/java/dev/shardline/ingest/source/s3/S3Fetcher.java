package dev.shardline.ingest.source.s3;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.SourceFetcher;
import dev.shardline.ingest.source.SourceReply;
import dev.shardline.ingest.source.SourceTarget;
import dev.shardline.ingest.source.Validators;
import dev.shardline.objectstore.s3.S3Access;
import dev.shardline.objectstore.s3.S3Body;
import dev.shardline.objectstore.s3.S3Connection;
import dev.shardline.objectstore.s3.S3FailedException;
import dev.shardline.objectstore.s3.S3Patience;
import dev.shardline.objectstore.s3.S3Problem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Reads objects of the allowed buckets, each in one request. */
public final class S3Fetcher implements SourceFetcher, AutoCloseable {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final AllowedBuckets buckets;
  private final S3Access access;
  private final Duration total;

  /**
   * It connects when it is first used.
   *
   * @param buckets whose objects may be read
   * @param connection where they are
   * @param connect how long to wait for a connection
   * @param read how long to wait for the response, and for each further piece of it
   * @param total how long to wait for everything together
   */
  public S3Fetcher(
      AllowedBuckets buckets,
      S3Connection connection,
      Duration connect,
      Duration read,
      Duration total) {
    this.buckets = buckets;
    // One attempt: whoever asks tries again, and counts how often.
    this.access = new S3Access(connection, new S3Patience(connect, read, total, 1));
    this.total = total;
  }

  @Override
  public SourceReply fetch(SourceTarget target, OutputStream body) throws IOException {
    long deadline = System.nanoTime() + total.toNanos();
    if (!target.headers().isEmpty()) {
      throw new IngestFailedException(
          Reason.INVALID_FIELD,
          "headers: expected none, as an object of S3 is asked for with the service's own"
              + " credentials");
    }
    S3Source source = buckets.resolve(target.uri());
    try (S3Body object = access.open(request(source, target.known()))) {
      copy(object, body, deadline);
      return new SourceReply.Written(validators(object.response()), List.of());
    } catch (S3FailedException e) {
      if (e.problem() == S3Problem.UNCHANGED && !target.known().isEmpty()) {
        return new SourceReply.Unchanged();
      }
      throw S3Failure.of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("stopped while fetching").initCause(e);
    }
  }

  /** Frees its connections. */
  @Override
  public void close() {
    access.close();
  }

  private static GetObjectRequest request(S3Source source, Validators known) {
    GetObjectRequest.Builder request =
        GetObjectRequest.builder().bucket(source.bucket()).key(source.key());
    if (known.etag() != null) {
      request.ifNoneMatch(known.etag());
    }
    return request.build();
  }

  private static void copy(S3Body object, OutputStream body, long deadline) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int count = object.read(buffer); count >= 0; count = object.read(buffer)) {
      // Each piece may take the read timeout: what drips is ended here.
      if (System.nanoTime() - deadline > 0) {
        throw IngestFailedException.passing(
            Reason.TIMEOUT, "uri: the object was not complete in time", Optional.empty());
      }
      body.write(buffer, 0, count);
    }
  }

  private static Validators validators(GetObjectResponse response) {
    return new Validators(response.eTag(), null);
  }
}
