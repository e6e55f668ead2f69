package dev.shardline.cli;

import dev.shardline.cli.job.InvalidInputException;
import dev.shardline.cli.stack.ClosingStack;
import dev.shardline.cli.stack.Installation;
import dev.shardline.cli.stack.LocalStack;
import dev.shardline.cli.stack.StackAddresses;
import dev.shardline.cli.stack.StackRun;
import dev.shardline.cli.stack.StackSettings;
import dev.shardline.cli.stack.StackWatch;
import dev.shardline.cli.stack.StepLine;
import dev.shardline.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shardline up}. */
@Command(
    name = "up",
    description =
        "Starts a broker and the services on this machine and keeps them up until Ctrl-C or"
            + " SIGTERM; then the work that runs is finished first.",
    exitCodeList = {
      "0:Stopped as asked.",
      "1:A part could not be started, or the broker ended by itself.",
      "2:The command line is not as expected.",
      "70:A defect of shardline itself."
    })
final class UpCommand implements Callable<Integer> {

  @Option(
      names = "--transforms",
      paramLabel = "N",
      defaultValue = "" + StackSettings.DEFAULT_TRANSFORMS,
      description =
          "Transform services; the cores are divided among them. Default: ${DEFAULT-VALUE}.")
  private int transforms;

  @Option(
      names = "--port",
      defaultValue = "" + StackSettings.DEFAULT_PORT,
      description =
          "Where the broker listens, on loopback; 0: a free port. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep topics, objects and logs here, and continue what is here. Default: a temporary"
              + " directory, deleted at the end.")
  private @Nullable Path data;

  private final Terminal terminal;

  UpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    StackSettings settings = settings();
    StepLine steps = new StepLine(terminal.out());
    ClosingStack closing = new ClosingStack(steps);
    return StackRun.run(
        closing,
        () -> stop(closing),
        () -> {
          terminal.out().println("Starting Shardline on this machine.");
          LocalStack stack = LocalStack.start(settings, closing, steps);
          StackAddresses.of(stack).forEach(terminal.out()::println);
          terminal.out().flush();
          new StackWatch(stack, closing).await(terminal.err()::println);
          return ExitCode.DONE;
        });
  }

  private StackSettings settings() {
    try {
      return new StackSettings(Installation.homeOfProcess(), transforms, port, data, false, true);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("up", String.valueOf(e.getMessage()));
    }
  }

  private void stop(ClosingStack closing) {
    terminal.out().println("Stopping; the work that runs is finished first.");
    terminal.out().flush();
    closing.close();
    // To stop is all that this command was still there for: the JVM's own code for a signal, 128
    // and its number, would tell a supervisor that it failed.
    Runtime.getRuntime().halt(ExitCode.DONE);
  }
}
