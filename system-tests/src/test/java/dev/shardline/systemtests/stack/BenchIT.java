package dev.shardline.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every benchmark measures, prints its ratio, and leaves nothing; how fast is of no interest. */
class BenchIT {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "round-trip --rounds 3 --warm-ups 1, 'ratio of the medians: '",
    "makespan --tiny 20 --long 2 --long-time 50ms --rounds 1, 'makespan over ideal, median: '",
    "throughput --shards 500 --batch-sizes 64 --rounds 1,"
        + " 'transform-service over the best raw loop, medians: '",
  })
  void printsItsRatioAndLeavesNothing(String arguments, String ratio) throws Exception {
    try (CommandLineProcess bench =
        CommandLineProcess.start(directory, ("bench " + arguments).split(" "))) {
      int exitCode = bench.awaitExit();

      assertThat(bench.out()).contains(" cores, ").containsPattern("(?m)^" + ratio + "[0-9]");
      assertThat(bench.err()).contains("broker");
      assertThat(exitCode).isZero();
      bench.awaitNoProcess();
      assertThat(bench.temporaryFiles()).isEmpty();
    }
  }
}
