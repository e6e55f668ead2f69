package dev.shardline.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration does what it says, and leaves the machine as it was. */
class DemoIT {

  @TempDir private Path directory;

  @Test
  void printsTheLinesOfTheTutorialInOrderAndLeavesNothing() throws Exception {
    try (CommandLineProcess demo = CommandLineProcess.start(directory, "demo")) {
      int exitCode = demo.awaitExit();

      assertThat(tutorialLines(demo))
          .containsExactly(
              "customer_api ingested successfully",
              "orders_api ingested successfully",
              "inventory_api ingested successfully",
              "payments_api ingested successfully",
              "Input 2500 -> Result length: 7408 digits",
              "Input 2600 -> Result length: 7749 digits",
              "Input 2700 -> Result length: 8091 digits",
              "Input 2800 -> Result length: 8435 digits");
      assertThat(demo.out()).contains("Every line is as it should be.");
      assertThat(demo.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
      assertThat(demo.out()).doesNotContain("\u001b");
      assertThat(demo.err()).isEmpty();
      assertThat(exitCode).isZero();
      demo.awaitNoProcess();
      assertThat(demo.temporaryFiles()).isEmpty();
    }
  }

  private static List<String> tutorialLines(CommandLineProcess demo) {
    return demo.out()
        .lines()
        .filter(line -> line.endsWith("successfully") || line.startsWith("Input "))
        .toList();
  }
}
