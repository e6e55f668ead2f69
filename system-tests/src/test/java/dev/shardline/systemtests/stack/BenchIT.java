package dev.shardline.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every benchmark measures, prints its figures, writes its report, and leaves nothing else; how
 * fast is of no interest.
 */
class BenchIT {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "arithmetic --numbers 2500 --rounds 1 --batch-time 20ms,"
        + " 'n = 2,500, tutorial: every factorial anew over transform-service, [a-zA-Z]+: '",
    "processes --shards 2 --shard-time 30ms --crowd 3 --rounds 1,"
        + " 'sequential over processes, time: '",
    "'parts --number 30000 --parts 2,3 --rounds 1', 'whole over 3 parts, time: '",
    "round-trip --rounds 3 --warm-ups 1, 'ratio of the medians: '",
    "throughput --shards 500 --batch-sizes 64 --rounds 1,"
        + " 'transform-service over the best raw loop, medians: '",
    "shard-time --single 3 --tiny 200 --long 1 --number 20000 --rounds 1,"
        + " 'a backlog of tiny ones, compute over elapsed: '",
    "makespan --tiny 20 --long 2 --long-time 50ms --rounds 1, 'makespan over ideal, median: '",
    "startup --rounds 1, 'plain +'",
    "memory --shards 1 --number 20000 --sources 4 --settle 100ms --rounds 1,"
        + " 'transform-service, idle after its start, MB: '",
  })
  void printsItsFiguresWritesThemAndLeavesNothing(String arguments, String figure)
      throws Exception {
    String name = arguments.substring(0, arguments.indexOf(' '));
    Path reports = directory.resolve("reports");
    List<String> command = new ArrayList<>(List.of(("bench " + arguments).split(" ")));
    command.addAll(List.of("--out", reports.toString()));
    try (CommandLineProcess bench =
        CommandLineProcess.start(directory, command.toArray(String[]::new))) {
      int exitCode = bench.awaitExit();

      assertThat(bench.err()).contains("wrote " + reports.resolve(name + ".json"));
      assertThat(bench.out()).contains(" cores, ").containsPattern("(?m)^" + figure + "[0-9]");
      assertThat(exitCode).isZero();
      bench.awaitNoProcess();
      assertThat(bench.temporaryFiles()).isEmpty();
    }
    JsonNode report = new ObjectMapper().readTree(reports.resolve(name + ".json").toFile());
    assertThat(report.at("/benchmark").asText()).isEqualTo(name);
    assertThat(report.at("/figures"))
        .isNotEmpty()
        .allMatch(each -> each.at("/value").isNumber() && !each.at("/rounds").isEmpty());
    assertThat(Files.readString(reports.resolve(name + ".svg"))).startsWith("<svg ");
  }
}
