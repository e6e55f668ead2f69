package dev.shardline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.terminal.Terminal;
import dev.shardline.contracts.source.RowPointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UsageTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "submit", "ingest", "results", "topics"})
  void listsTheExitCodesInTheHelpOfEveryCommand(String command) {
    CommandRun run = command.isEmpty() ? CommandRun.of("--help") : CommandRun.of(command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("Exit codes:", "0     All work is done.", "130   Interrupted by Ctrl-C");
  }

  @Test
  void namesEveryBenchmark() {
    assertThat(CommandRun.of("bench", "--help").out())
        .containsSubsequence(
            "Commands:",
            "arithmetic",
            "processes",
            "parts",
            "round-trip",
            "throughput",
            "shard-time",
            "makespan",
            "sources",
            "startup",
            "memory");
    assertThat(CommandRun.of("bench", "makespan", "--help").out())
        .contains("Exit codes:", "0     Everything was measured.");
  }

  @Test
  void refusesADirectoryForReportsThatCannotBeOne(@TempDir Path directory) throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    for (String benchmark : List.of("bench", "bench startup")) {
      CommandRun run = CommandRun.of((benchmark + " --out " + file).split(" "));

      assertThat(run.err())
          .startsWith("shardline: --out " + file + ": expected a directory that can be written: ");
      assertThat(run.out()).isEmpty();
      assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    }
  }

  @Test
  void hasAQuickFormOfEveryBenchmarkThatItTakes() {
    CommandLine root = Shardline.commandLine(Terminal.ofProcess());
    CommandLine bench = Objects.requireNonNull(root.getSubcommands().get("bench"));

    assertThat(bench.getSubcommands().keySet())
        .isNotEmpty()
        .allSatisfy(name -> {
          List<String> commandLine = new ArrayList<>(List.of("bench", name));
          commandLine.addAll(BenchCommand.quickArguments(name));
          assertThat(commandLine).contains("--rounds");
          assertThat(root.parseArgs(commandLine.toArray(String[]::new)).errors()).isEmpty();
        });
  }

  @Test
  void printsItsVersion() {
    assertThat(CommandRun.of("--version").out()).startsWith("shardline ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "submit | numbers: expected at least one, there is none",
        "submit 2500 -5 | argument 2: expected an integer of 0 or above, was \"-5\"",
        "submit 2500 --file x | --file: expected no further numbers beside it",
        "submit --file none.txt | --file none.txt: there is no such file",
        "submit 1 --outptu decimal | Unknown option: '--outptu'; see ./shardline submit --help",
        "submit 1 --output foo | Invalid value for option '--output': expected summary or decimal, was"
            + " \"foo\"; see ./shardline submit --help",
        "up --port abc | Invalid value for option '--port': expected a whole number, was \"abc\"; see"
            + " ./shardline up --help",
        "lag --max-lag 1e3 | Invalid value for option '--max-lag': expected a whole number, was"
            + " \"1e3\"; see ./shardline lag --help",
        "submitt 1 | there is no command \"submitt\"; did you mean submit?; see ./shardline --help",
        "xyz | there is no command \"xyz\"; see ./shardline --help",
        "submit 1 --timeout soon | Invalid value for option '--timeout': expected a duration above"
            + " zero, such as 500ms, 30s, 1h30m or 7d, was \"soon\"; see ./shardline submit --help",
        "submit 1 --time-limit 8d | --time-limit: expected at most 7d",
        "submit 1 --bootstrap-server here | --bootstrap-server: expected HOST:PORT, or several"
            + " separated by commas, was \"here\"",
        "submit 1 --command-config none | --command-config none: there is no such file",
        "ingest a=file:///a a=file:///b | argument 2: expected each name once, as outcomes are told"
            + " by name, was again a",
        "ingest a=file:///a --shards-format csv | Missing required argument(s):"
            + " --shards-field=FIELD; see ./shardline ingest --help",
        "ingest a=file:///a --shards-format json --shards-field n --shards-pointer rows |"
            + " --shards-pointer: expected "
            + RowPointer.EXPECTED
            + ", was \"rows\"",
        "ingest a=file:///a --shards-format csv --shards-field n --shards-pointer /rows |"
            + " --shards-pointer: expected none but for json",
        "ingest a=file:///a --shards-format csv --shards-field n --max-bad-rows 5 |"
            + " --max-bad-rows: expected a number from 0 to 1, was 5.0",
        "results 42 | Invalid value for positional parameter at index 0 (JOB): expected a job id, a"
            + " UUID of version 7 as submit and ingest print it, was \"42\"; see ./shardline"
            + " results --help",
        "cancel | Missing required parameter: 'JOB'; see ./shardline cancel --help",
        "dead | Missing required subcommand; see ./shardline dead --help",
        "dead list --cause too-slow | --cause: expected codes such as DEADLINE, was \"too-slow\"",
        "dead list --topic shards | --topic: expected shards-dead or source-requests-dead, was"
            + " \"shards\"",
        "dead list --limit 0 | --limit: expected 1 or above, was 0",
        "dead show shards-0-1 | POSITION: expected where the letter stands, such as"
            + " shards-dead-0-17, was \"shards-0-1\"",
        "dead redrive --max-redrives 0 | redrive: --max-redrives must be 1 or above: 0",
        "verify | verify: expected either JOB or --since",
        "verify 01a207af-ee9b-7c3d-9a5e-6f7081920a1b --since 1m | verify: expected either JOB or"
            + " --since",
        "verify --since soon | Invalid value for option '--since': expected how long ago, such as"
            + " 10m or 7d, or a time such as 2026-11-23T09:15:00Z, was \"soon\"; see ./shardline"
            + " verify --help",
        "bench throughput --shards 1 | --shards: expected an integer of 2 or above, was 1",
        "bench throughput --batch-sizes 8,0 | --batch-sizes: expected an integer of 1 or above, was"
            + " 0",
        "bench makespan --workers 0 | --workers: expected an integer of 1 or above, was 0",
        "bench round-trip --rounds 0 | --rounds: expected an integer of 1 or above, was 0",
        "bench arithmetic --numbers 2500,0 | --numbers: expected an integer from 1 to 10000000, was"
            + " 0",
        "bench processes --workers 1 | --workers: expected an integer from 2 to 64, was 1",
        "bench processes --crowd 65 | --crowd: expected an integer from 0 to 64, was 65",
        "bench parts --parts 2,1 | --parts: expected an integer from 2 to 64, was 1",
        "bench parts --number 1 | --number: expected an integer from 2 to 10000000, was 1",
        "bench startup --rounds 0 | --rounds: expected an integer of 1 or above, was 0",
        "bench memory --sources 0 | --sources: expected an integer of 1 or above, was 0",
        "bench shard-time --number -1 | --number: expected an integer from 0 to 10000000, was -1",
        "bench roundtrip | there is no command \"roundtrip\"; did you mean round-trip?; see ./shardline"
            + " bench --help",
        "topics --partitions 0 | topics: partitions must be 1 or above: 0",
      })
  void tellsWhatIsWrongOnOneLineAndEndsWith2(String commandLine, String message) {
    CommandRun run = CommandRun.of(commandLine.split(" "));

    assertThat(run.err()).isEqualTo("shardline: " + message + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void refusesAJobIdWhoseTimeIsYetToCome() {
    UUID future = UUID.fromString("7fffffff-0000-7000-8000-000000000000");

    CommandRun run = CommandRun.of("submit", "1", "--job", future.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("shardline: --job: expected an id whose time has come");
  }

  @Test
  void refusesAPropertyThatKafkaDoesNotTake(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("p"), "security.protocol=NONE");

    CommandRun run = CommandRun.of("submit", "1", "--command-config", file.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .startsWith("shardline: the Kafka client's properties:")
        .contains("security.protocol")
        .hasLineCount(1);
  }

  @Test
  void printsTheStackTraceWhenAsked() {
    assertThat(CommandRun.of("--verbose", "submit", "x").err())
        .contains("InvalidInputException", "at dev.shardline.cli.");
    assertThat(CommandRun.of("submit", "--verbose", "x").err()).contains("at dev.shardline.cli.");
  }
}
