package dev.shardline.ingest.source.http;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.ingest.source.Validators;
import dev.shardline.ingest.source.host.HostPermit;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A response whose body is still to be read. For one thread at a time. */
final class HttpExchange implements AutoCloseable {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final HttpTarget target;
  private final Response response;
  private @Nullable HostPermit permit;

  HttpExchange(HttpTarget target, Response response) {
    this.target = target;
    this.response = response;
  }

  /** Ends with this exchange. */
  void closes(HostPermit entered) {
    permit = entered;
  }

  HttpTarget target() {
    return target;
  }

  int status() {
    return response.code();
  }

  Headers headers() {
    return response.headers();
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(response.header(name));
  }

  /** By which the source can be asked later whether this body has changed. */
  Validators validators() {
    return new Validators(response.header("ETag"), response.header("Last-Modified"));
  }

  /**
   * Copies the body.
   *
   * @return how many bytes it has
   * @throws IngestFailedException if it does not come as a whole, and as it was sent
   * @throws IOException what the target of the bytes threw, as it came
   */
  long copyTo(OutputStream out, Deadline deadline) throws IOException {
    requirePlain();
    ContentDigests digests = ContentDigests.of(response.headers());
    byte[] buffer = new byte[BUFFER_BYTES];
    InputStream body = response.body().byteStream();
    long bytes = 0;
    for (int count = read(body, buffer, deadline); count >= 0; ) {
      WireAllowance.delivered();
      digests.update(buffer, count);
      out.write(buffer, 0, count);
      bytes += count;
      count = read(body, buffer, deadline);
    }
    digests.requireMatch(target);
    return bytes;
  }

  /** Closes the connection, unless the body was read to its end. */
  @Override
  public void close() {
    response.close();
    if (permit != null) {
      permit.close();
    }
  }

  private int read(InputStream body, byte[] buffer, Deadline deadline) throws IOException {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw HttpFailure.ofBody(target, e, deadline);
    }
  }

  /** What was compressed by gzip, as was asked for, says so no longer. */
  private void requirePlain() throws IngestFailedException {
    String encoding = response.header("Content-Encoding", "identity");
    if (!"identity".equalsIgnoreCase(encoding)) {
      throw new IngestFailedException(
          Reason.SOURCE_BROKEN,
          "uri: %s answered with Content-Encoding %s, which was not asked for"
              .formatted(target.origin(), encoding));
    }
  }
}
