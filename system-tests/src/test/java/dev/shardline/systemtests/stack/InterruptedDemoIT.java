package dev.shardline.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Whenever the demonstration is interrupted, no process and no file stays. */
class InterruptedDemoIT {

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @TempDir private Path directory;

  @RepeatedTest(3)
  void leavesNothingWhenInterruptedWhileItStarts() throws Exception {
    try (CommandLineProcess demo = CommandLineProcess.start(directory, "demo")) {
      demo.awaitEndFor(upTo(Duration.ofSeconds(7)));

      interruptAndCheck(demo, "INT", 130);
    }
  }

  @RepeatedTest(2)
  void leavesNothingWhenInterruptedWhileItWorks() throws Exception {
    try (CommandLineProcess demo = CommandLineProcess.start(directory, "demo")) {
      demo.awaitOut("I/O-bound");
      demo.awaitEndFor(upTo(Duration.ofSeconds(9)));

      interruptAndCheck(demo, "TERM", 143);
    }
  }

  private void interruptAndCheck(CommandLineProcess demo, String signal, int exitCode)
      throws Exception {
    demo.signal(signal);

    assertThat(demo.awaitExit()).isEqualTo(exitCode);
    demo.awaitNoProcess();
    assertThat(demo.temporaryFiles()).isEmpty();
    assertThat(demo.err()).as("seed %d", seed).isEmpty();
  }

  private Duration upTo(Duration limit) {
    Duration delay = Duration.ofMillis(random.nextLong(limit.toMillis()));
    System.out.printf("seed %d: a signal after %d ms%n", seed, delay.toMillis());
    return delay;
  }
}
