package dev.shardline.cli;

import dev.shardline.cli.stack.CacheTraining;
import dev.shardline.cli.stack.ClosingStack;
import dev.shardline.cli.stack.Installation;
import dev.shardline.cli.stack.StackRun;
import dev.shardline.cli.stack.StepLine;
import dev.shardline.cli.terminal.Terminal;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code shardline train}, which the launcher runs after a build: records what the services load at
 * their start and first work. It runs the commands that people run, so that the launcher can have
 * this process recorded in turn, for the command line's own cache.
 */
@Command(
    name = "train",
    hidden = true,
    description = "Records AOT caches of services that have none which fits.")
final class TrainCommand implements Callable<Integer> {

  @Parameters(paramLabel = "MODULE", arity = "0..*", description = "Such as transform-service.")
  private List<String> modules = List.of();

  private static final int TINY_SHARDS = 20_000;

  private final Terminal terminal;

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    StepLine steps = new StepLine(terminal.out());
    ClosingStack closing = new ClosingStack(steps);
    return StackRun.run(
        closing,
        closing::close,
        () -> {
          CacheTraining training =
              CacheTraining.start(
                  Installation.homeOfProcess(), Set.copyOf(modules), closing, steps);
          work(training);
          List<String> failed = training.finish();
          failed.forEach(terminal.err()::println);
          return failed.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        });
  }

  /** A little of everything, whatever comes of it. */
  private static void work(CacheTraining training) {
    // Nobody answers where the services have no part.
    run(
        training,
        "submit",
        "2500",
        "30000",
        "--timeout",
        training.has("transform-1") ? "1m" : "1s");
    if (training.has("transform-1")) {
      run(training, tinyShards());
    }
    training
        .source()
        .ifPresent(source -> run(training, "ingest", "a=" + source, "--timeout", "1m"));
    run(training, "verify", "--since", "1h");
    run(training, "lag");
    run(training, "topics", "--dry-run");
  }

  /**
   * Enough for the path of a shard to become hot: what the JVM learns of it, which branches are
   * taken and of which classes objects are, is in the cache too (JEP 515).
   */
  private static String[] tinyShards() {
    Stream<String> options = Stream.of("submit", "--timeout", "2m");
    Stream<String> numbers =
        IntStream.range(0, TINY_SHARDS).mapToObj(i -> Integer.toString(20 + i % 81));
    return Stream.concat(options, numbers).toArray(String[]::new);
  }

  private static void run(CacheTraining training, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap-server", training.cluster().bootstrapServer()));
    var _ = Shardline.commandLine(deaf()).execute(all.toArray(String[]::new));
  }

  private static Terminal deaf() {
    return new Terminal(
        new BufferedReader(Reader.nullReader()),
        new PrintWriter(Writer.nullWriter()),
        new PrintWriter(Writer.nullWriter()),
        () -> true,
        () -> false);
  }
}
