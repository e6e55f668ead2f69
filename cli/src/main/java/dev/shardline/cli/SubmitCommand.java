package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.InvalidInputException;
import dev.shardline.cli.shard.NumberInput;
import dev.shardline.cli.shard.ResultLine;
import dev.shardline.cli.shard.ShardJob;
import dev.shardline.cli.terminal.Terminal;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.tracing.Traces;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code shardline submit}. */
@Command(
    name = "submit",
    description =
        "Submits numbers as one job of shards and prints their results in the order of the input.")
final class SubmitCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  @Mixin private ClusterOptions clusterOptions = new ClusterOptions();
  @Mixin private JobOptions jobOptions = new JobOptions();
  @Mixin private ShardOptions shardOptions = new ShardOptions();

  @Parameters(
      paramLabel = "NUMBER",
      arity = "0..*",
      description = "Integers of 0 or above; - or none: one a line from standard input.")
  private List<String> arguments = List.of();

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "One number a line; blank lines and # comments are passed over.")
  private @Nullable Path file;

  @Option(
      names = "--parts",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Divide each number into so many parts, which any workers compute before one combines"
              + " them. Worth it for one large number and idle workers. Default: 1.")
  private int parts = 1;

  private final Terminal terminal;

  SubmitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Long> numbers = numbers();
    if (numbers.isEmpty()) {
      throw new InvalidInputException("numbers", "expected at least one, there is none");
    }
    ShardJob job =
        new ShardJob(
            jobOptions.job(),
            numbers,
            shardOptions.transform(),
            shardOptions.output(),
            shardOptions.timeLimit(),
            parts());
    try (Traces traces = ProcessTraces.open(terminal);
        Cluster cluster = Cluster.connect(clusterOptions.settings())) {
      return new JobSession<ShardResult>(
              terminal,
              jobOptions,
              ResultLine::of,
              result -> "",
              (connected, id, display) -> Watch.nothing())
          .run(cluster, job, traces);
    }
  }

  private int parts() {
    if (parts < 1 || parts > Shard.MAX_PARTS) {
      throw new InvalidInputException(
          "--parts", "expected 1 to %d, was %d".formatted(Shard.MAX_PARTS, parts));
    }
    return parts;
  }

  private List<Long> numbers() {
    if (file != null) {
      if (!arguments.isEmpty()) {
        throw new InvalidInputException("--file", "expected no further numbers beside it");
      }
      return ofFile(file);
    }
    if (arguments.equals(List.of(STANDARD_INPUT))
        || (arguments.isEmpty() && !terminal.inIsTerminal().getAsBoolean())) {
      return ofText(terminal.in(), "standard input");
    }
    return NumberInput.ofArguments(arguments);
  }

  private static List<Long> ofFile(Path file) {
    try (BufferedReader text = Files.newBufferedReader(file)) {
      return ofText(text, file.toString());
    } catch (NoSuchFileException e) {
      throw new InvalidInputException("--file " + file, "there is no such file");
    } catch (IOException e) {
      throw unreadable("--file " + file, e);
    }
  }

  private static List<Long> ofText(BufferedReader text, String origin) {
    try {
      return NumberInput.ofLines(text, origin);
    } catch (IOException e) {
      throw unreadable(origin, e);
    }
  }

  private static InvalidInputException unreadable(String where, IOException e) {
    return new InvalidInputException(
        where,
        e instanceof CharacterCodingException
            ? "expected text in UTF-8"
            : "cannot be read (" + e.getClass().getSimpleName() + ")");
  }
}
