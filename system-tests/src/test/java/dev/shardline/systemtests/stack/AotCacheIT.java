package dev.shardline.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services start from what was recorded of them, and a cache that is broken harms nobody. */
class AotCacheIT {

  private static final String READY = "Ctrl-C finishes the work that runs";
  private static final Path MAPS = Path.of("/proc/self/maps");

  private static final List<String> SERVICES =
      List.of("ingest-service", "transform-service", "monitor-service");

  @TempDir private Path directory;

  @Test
  void isWhatEveryServiceOfAStackStartsFrom() throws Exception {
    if (!Files.isReadable(MAPS)) {
      System.out.println("Skipped: which files a process maps is told by Linux alone");
    }
    assumeTrue(Files.isReadable(MAPS));
    try (CommandLineProcess train = CommandLineProcess.start(directory, trainEverything())) {
      assertThat(train.awaitExit()).as(train.err()).isZero();
      train.awaitNoProcess();
    }

    try (CommandLineProcess up = CommandLineProcess.start(directory, "up", "--port", "0")) {
      up.awaitOut(READY);

      for (String service : SERVICES) {
        ProcessHandle process = up.child(service + "/target/quarkus-app/quarkus-run.jar");
        assertThat(maps(process)).contains(service + "/target/quarkus-app/quarkus-run.aot");
      }
      up.signal("TERM");
      assertThat(up.awaitExit()).isZero();
    }
  }

  private static String[] trainEverything() {
    return Stream.concat(Stream.of("train"), SERVICES.stream()).toArray(String[]::new);
  }

  private static String maps(ProcessHandle process) throws IOException {
    return Files.readString(Path.of("/proc", Long.toString(process.pid()), "maps"));
  }
}
