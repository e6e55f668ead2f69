package dev.shardline.ingest.raw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.RawObject;
import dev.shardline.ingest.outcome.IngestFailedException;
import dev.shardline.objectstore.FilesystemObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawBodiesTest {

  private static final SourceId ID = new SourceId(JobId.create(), "customer_api");

  @TempDir private Path directory;
  private RawBodies bodies;

  @BeforeEach
  void createBodies() {
    bodies = new RawBodies(new FilesystemObjectStore(directory), 3);
  }

  @Test
  void keepsABodyByJobAndSource() throws IOException {
    RawObject object = bodies.keep(ID, null, out -> out.write("abc".getBytes(UTF_8)));

    assertThat(Path.of(object.uri()))
        .isEqualTo(directory.resolve("raw").resolve(ID.job().toString()).resolve("customer_api"))
        .hasContent("abc");
    assertThat(object.bytes()).isEqualTo(3);
    assertThat(bodies.open(ID)).hasContent("abc");
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    IngestFailedException failed =
        catchThrowableOfType(
            IngestFailedException.class,
            () -> bodies.keep(ID, null, out -> out.write("abcd".getBytes(UTF_8))));

    assertThat(failed.failure().reason()).isEqualTo(Reason.BODY_TOO_LARGE);
    assertThat(failed).hasMessageContaining("3 bytes (ingest.body.max-size)");
  }

  @Test
  void reportsAStoreThatFails() throws IOException {
    Files.writeString(directory.resolve("raw"), "in the way");

    IngestFailedException failed =
        catchThrowableOfType(IngestFailedException.class, () -> bodies.keep(ID, null, _ -> {}));

    assertThat(failed.failure().reason()).isEqualTo(Reason.STORE_FAILED);
  }

  @Test
  void passesOnWhyASourceFailed() {
    IngestFailedException failure = new IngestFailedException(Reason.TIMEOUT, "too slow");

    assertThatThrownBy(() ->
            bodies.keep(
                ID,
                null,
                _ -> {
                  throw failure;
                }))
        .isSameAs(failure);
  }
}
