package dev.shardline.cli;

import dev.shardline.cli.demo.Demo;
import dev.shardline.cli.stack.ClosingStack;
import dev.shardline.cli.stack.Installation;
import dev.shardline.cli.stack.StackRun;
import dev.shardline.cli.stack.StepLine;
import dev.shardline.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code shardline demo}. */
@Command(
    name = "demo",
    description =
        "Starts a broker and the services on free ports, ingests four sources, computes on two"
            + " processes, measures what threads and processes gain, and stops everything.",
    exitCodeList = {
      "0:Every line was as it should be.",
      "1:One was not, or a part could not be started.",
      "2:The command line is not as expected.",
      "70:A defect of shardline itself.",
      "130:Interrupted by Ctrl-C; everything is stopped."
    })
final class DemoCommand implements Callable<Integer> {

  private final Terminal terminal;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path home = Installation.homeOfProcess();
    ClosingStack closing = new ClosingStack(new StepLine(terminal.out()));
    return StackRun.run(
        closing,
        closing::close,
        () -> new Demo(terminal.out(), closing).run(home) ? ExitCode.DONE : ExitCode.FAILED);
  }
}
