package dev.shardline.systemtests.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The notes of {@link NotedNap}.
 *
 * @param directory where they are
 */
public record Notes(Path directory) {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /**
   * A nap that began.
   *
   * @param process the id of the process that began it
   * @param at when
   */
  public record Begun(long process, Instant at) {}

  /** Waits until a nap of that length has begun so often, and gives all its beginnings. */
  public List<Begun> await(long number, int times) {
    return Awaitility.await("nap " + number + " began " + times + " times")
        .atMost(LIMIT)
        .pollInterval(20, TimeUnit.MILLISECONDS)
        .until(() -> of(number), begun -> begun.size() >= times);
  }

  /** Lets {@link Gated} shards of that number be done. */
  public void open(long number) throws IOException {
    Files.createFile(directory.resolve("gate-" + number));
  }

  /** All beginnings of naps of that length, in order. */
  public List<Begun> of(long number) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(number + "-"))
          .map(Notes::begun)
          .sorted(Comparator.comparing(Begun::at))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Begun begun(Path file) {
    try {
      String process = file.getFileName().toString().split("-", 3)[1];
      return new Begun(Long.parseLong(process), Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
