package dev.shardline.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack that stays up: how it ends, and what it keeps. */
class UpIT {

  private static final String READY = "Ctrl-C finishes the work that runs";

  @TempDir private Path directory;

  @Test
  void continuesItsDataWhereItStopped() throws Exception {
    String data = directory.resolve("data").toString();
    String job;
    List<String> results;
    try (CommandLineProcess up = up("--data", data)) {
      CommandLineProcess submit =
          onStack(up, "submit", "--output", "decimal", "2500", "20000", "3");
      assertThat(submit.awaitExit()).isZero();
      job = submit.err().lines().findFirst().orElseThrow().replaceFirst("^Job ", "");
      results = submit.out().lines().toList();
      assertThat(results).contains("Input 3 -> Result: 3");

      up.signal("TERM");
      assertThat(up.awaitExit()).isZero();
      up.awaitNoProcess();
    }

    try (CommandLineProcess up = up("--data", data)) {
      CommandLineProcess again = onStack(up, "results", job);

      assertThat(again.awaitExit()).isZero();
      assertThat(again.out().lines()).containsExactlyElementsOf(results);
      up.signal("INT");
      assertThat(up.awaitExit()).isZero();
    }
  }

  @Test
  void leavesNoProcessWhenItIsKilled() throws Exception {
    try (CommandLineProcess up = up()) {
      up.signal("KILL");

      up.awaitExit();
      up.awaitNoProcess();
    }
  }

  @Test
  void goesOnWithoutAServiceButNotWithoutItsBroker() throws Exception {
    try (CommandLineProcess up = up()) {
      up.child("transform.worker-id=transform-1").destroyForcibly();
      up.awaitErr("transform-1 ended by itself with exit code 137");
      CommandLineProcess submit = onStack(up, "submit", "2500");
      assertThat(submit.awaitExit()).isZero();
      assertThat(submit.out()).isEqualTo("Input 2500 -> Result length: 7408 digits\n");

      up.child("BrokerMain").destroyForcibly();

      assertThat(up.awaitExit()).isEqualTo(1);
      assertThat(up.err()).contains("shardline: the Kafka broker ended by itself");
      up.awaitNoProcess();
      assertThat(up.temporaryFiles()).isEmpty();
    }
  }

  private CommandLineProcess up(String... options) {
    CommandLineProcess up =
        CommandLineProcess.start(directory, with(List.of("up", "--port", "0"), options));
    up.awaitOut(READY);
    return up;
  }

  private CommandLineProcess onStack(CommandLineProcess up, String command, String... arguments) {
    return CommandLineProcess.start(
        directory, with(List.of(command, "--bootstrap-server", up.told("broker")), arguments));
  }

  private static String[] with(List<String> first, String... more) {
    return java.util.stream.Stream.concat(first.stream(), List.of(more).stream())
        .toArray(String[]::new);
  }
}
