package dev.shardline.cli.demo;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.stack.ClosingStack;
import dev.shardline.cli.stack.LocalStack;
import dev.shardline.cli.stack.StackSettings;
import dev.shardline.cli.stack.StepLine;
import dev.shardline.cli.stack.StepListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The whole demonstration: starts a stack, runs both halves on it, measures, and accounts. */
public final class Demo {

  private static final int TRANSFORMS = 2;

  private final PrintWriter out;
  private final ClosingStack closing;
  private final Account account = new Account();
  private final Instant processStart =
      ProcessHandle.current().info().startInstant().orElseGet(Instant::now);

  /**
   * A demonstration.
   *
   * @param out where it is told
   * @param closing owns what it starts
   */
  public Demo(PrintWriter out, ClosingStack closing) {
    this.out = out;
    this.closing = closing;
  }

  /**
   * Runs it.
   *
   * @param home the project's root directory
   * @return whether every line was as it should be
   * @throws dev.shardline.cli.stack.StackException if a process cannot be started, or ends
   */
  public boolean run(Path home) throws InterruptedException {
    account.done("launcher and this JVM", sinceProcessStart());
    SourceServer server = closing.own("", () -> SourceServer.start(DemoSource.ALL));
    heading("Starting a broker, an ingest service and two transform services on this machine");
    LocalStack stack =
        LocalStack.start(
            new StackSettings(home, TRANSFORMS, 0, null, true, true), closing, startSteps());
    boolean asExpected;
    try (Cluster cluster = Cluster.connect(stack.cluster())) {
      DemoJobs jobs = new DemoJobs(cluster, stack);
      asExpected = run(new SourcesPart(jobs, server, out, account), shards(jobs, stack));
    }
    heading("Where the time went");
    account.lines(sinceProcessStart()).forEach(out::println);
    out.println();
    out.println(
        asExpected ? "Every line is as it should be." : "NOT every line is as it should be.");
    out.flush();
    return asExpected;
  }

  private boolean run(SourcesPart sources, ShardsPart shards) throws InterruptedException {
    heading("I/O-bound: four sources on four threads of the ingest service");
    Duration atOnce = sources.atOnce();
    heading("CPU-bound: four shards on two processes");
    boolean tutorial = shards.tutorial();
    heading("What the threads are good for: the same sources, one after the other");
    boolean oneByOne = sources.oneByOne(atOnce);
    heading("What the processes are good for: larger inputs, on two and on one");
    boolean processes = shards.processes();
    return atOnce.isPositive() && tutorial && oneByOne && processes;
  }

  private ShardsPart shards(DemoJobs jobs, LocalStack stack) {
    return new ShardsPart(jobs, stack, out, account);
  }

  private StepListener startSteps() {
    StepLine line = new StepLine(out);
    return (what, took) -> {
      line.done(what, took);
      account.done("start: " + what, took);
    };
  }

  private void heading(String text) {
    out.println();
    out.println(text);
    out.flush();
  }

  private Duration sinceProcessStart() {
    return Duration.between(processStart, Instant.now());
  }
}
