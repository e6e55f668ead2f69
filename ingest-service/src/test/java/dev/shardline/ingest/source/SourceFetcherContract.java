package dev.shardline.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.ingest.outcome.IngestFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link SourceFetcher} does. An adapter's test extends this class. */
@Timeout(60)
public abstract class SourceFetcherContract {

  /** More than any buffer on the way holds. */
  private static final int LARGE = 16 * 1024 * 1024;

  /** The fetcher under test: the same one throughout a test. */
  protected abstract SourceFetcher fetcher();

  /** A source of that body, which the fetcher may fetch. */
  protected abstract URI source(byte[] body) throws IOException;

  /** Where no source is, though the fetcher may look there. */
  protected abstract URI missing();

  /** What a fetch of that answers, as a code. */
  protected abstract Reason reasonForMissing();

  /** Targets that the fetcher may not fetch: some exist, others do not. */
  protected abstract List<URI> forbidden() throws IOException;

  /** What a fetch of these answers, as a code. */
  protected Reason reasonForForbidden() {
    return Reason.FORBIDDEN;
  }

  @Test
  void writesTheWholeBody() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();

    SourceReply reply = fetch(source("[1, 2, 3]".getBytes(UTF_8)), body);

    assertThat(body.toString(UTF_8)).isEqualTo("[1, 2, 3]");
    assertThat(reply).isInstanceOf(SourceReply.Written.class);
  }

  @Test
  void writesNothingOfAnEmptyBody() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();

    SourceReply reply = fetch(source(new byte[0]), body);

    assertThat(body.size()).isZero();
    assertThat(reply).isInstanceOf(SourceReply.Written.class);
  }

  @Test
  void writesALargeBodyInOrder() throws IOException {
    long seed = new Random().nextLong();
    byte[] expected = new byte[LARGE + 1];
    new Random(seed).nextBytes(expected);
    ByteArrayOutputStream body = new ByteArrayOutputStream();

    fetch(source(expected), body);

    assertThat(Arrays.equals(body.toByteArray(), expected)).as("seed %d", seed).isTrue();
  }

  @Test
  void saysThatASourceIsMissing() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();

    IngestFailedException failure =
        catchThrowableOfType(IngestFailedException.class, () -> fetch(missing(), body));

    assertThat(failure.failure().reason()).isEqualTo(reasonForMissing());
    assertThat(failure.mayPass()).isFalse();
    assertThat(body.size()).isZero();
  }

  @Test
  void stopsWhenTheBodyThrowsAndPassesThatOn() throws IOException {
    URI source = source(new byte[LARGE]);
    List<Exception> failures =
        List.of(new IllegalStateException("the store failed"), new IOException("the disk is full"));

    for (Exception failure : failures) {
      FailingBody body = new FailingBody(failure);

      assertThat(catchThrowable(() -> fetch(source, body))).isSameAs(failure);
      assertThat(body.writes).isEqualTo(1);
    }
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() throws IOException {
    URI source = source(new byte[LARGE]);
    InterruptingBody body = new InterruptingBody();

    Throwable thrown = catchThrowable(() -> fetch(source, body));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown).isInstanceOf(InterruptedIOException.class);
    assertThat(body.bytes).isLessThan(LARGE);
  }

  @Test
  void refusesAForbiddenTargetWithoutTellingWhetherItExists() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Set<Failure> failures = new HashSet<>();

    for (URI target : forbidden()) {
      failures.add(
          catchThrowableOfType(IngestFailedException.class, () -> fetch(target, body)).failure());
    }

    assertThat(failures)
        .singleElement()
        .extracting(Failure::reason)
        .isEqualTo(reasonForForbidden());
    assertThat(body.size()).isZero();
  }

  private SourceReply fetch(URI source, OutputStream body) throws IOException {
    return fetcher().fetch(new SourceTarget(source, Map.of()), body);
  }

  private static final class FailingBody extends OutputStream {

    private final Exception failure;
    private int writes;

    FailingBody(Exception failure) {
      this.failure = failure;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[1], 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      writes++;
      switch (failure) {
        case IOException e -> throw e;
        case RuntimeException e -> throw e;
        default -> throw new AssertionError(failure);
      }
    }
  }

  private static final class InterruptingBody extends OutputStream {

    private long bytes;

    @Override
    public void write(int octet) {
      write(new byte[1], 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
      bytes += length;
      Thread.currentThread().interrupt();
    }
  }
}
