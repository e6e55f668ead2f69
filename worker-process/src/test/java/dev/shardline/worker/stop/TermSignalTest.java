package dev.shardline.worker.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // has no SIGTERM
class TermSignalTest {

  @TempDir private Path directory;

  @Test
  void theFirstLetsTheProcessEndByItself() throws Exception {
    Process process = start("brief");
    try {
      process.destroy();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(output()).contains("stopping");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void theSecondEndsItAtOnce() throws Exception {
    Process process = start("endless");
    try {
      process.destroy();
      awaitOutput("stopping");
      assertThat(process.isAlive()).isTrue();

      // Process.destroy sends nothing more once it was called.
      new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
      assertThat(output()).containsOnlyOnce("stopping");
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(String stop) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TermSignalProcess.class.getName(),
                stop)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile())
            .start();
    awaitOutput("ready");
    return process;
  }

  private void awaitOutput(String text) {
    await().atMost(Duration.ofSeconds(60)).until(() -> output().contains(text));
  }

  private String output() throws IOException {
    return Files.readString(directory.resolve("output"));
  }
}
