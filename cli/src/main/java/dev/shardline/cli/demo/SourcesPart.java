package dev.shardline.cli.demo;

import dev.shardline.cli.source.NamedSource;
import dev.shardline.cli.source.OutcomeLine;
import dev.shardline.cli.source.SourceJob;
import dev.shardline.cli.stack.StepLine;
import dev.shardline.cli.stack.StepListener;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.source.SourceOutcome;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** I/O: waiting for four sources at once costs as much as waiting for the slowest. */
final class SourcesPart {

  private final DemoJobs jobs;
  private final SourceServer server;
  private final PrintWriter out;
  private final StepListener account;

  SourcesPart(DemoJobs jobs, SourceServer server, PrintWriter out, StepListener account) {
    this.jobs = jobs;
    this.server = server;
    this.out = out;
    this.account = account;
  }

  /**
   * All at once, each outcome on its line.
   *
   * @return how long it took, or zero if a line was not as it should be
   */
  Duration atOnce() throws InterruptedException {
    List<String> lines = new ArrayList<>();
    Answered<SourceOutcome> answered =
        ingest(
            DemoSource.ALL,
            outcome -> {
              lines.add(OutcomeLine.of(outcome));
              out.println(lines.getLast());
              out.flush();
            });
    String what = "four sources at once (" + server.mostAtOnce() + " requests at a time)";
    tell(what, answered.elapsed());
    return lines.equals(expectedLines()) ? answered.elapsed() : Duration.ZERO;
  }

  /**
   * Each after the one before.
   *
   * @param atOnce how long they took together
   * @return whether each was ingested
   */
  boolean oneByOne(Duration atOnce) throws InterruptedException {
    boolean allDone = true;
    Duration sum = Duration.ZERO;
    for (DemoSource source : DemoSource.ALL) {
      Answered<SourceOutcome> answered = ingest(List.of(source), outcome -> {});
      allDone &= answered.allDone();
      sum = sum.plus(answered.elapsed());
    }
    tell("one after the other (" + server.mostAtOnce() + " request at a time)", sum);
    out.println(StepLine.of("  the delays of the four added up", DemoSource.sum()));
    out.println(StepLine.of("  the delay of the slowest", DemoSource.slowest()));
    out.println("  At once is " + Ratio.of(sum, atOnce) + " times as fast.");
    return allDone;
  }

  private static List<String> expectedLines() {
    return DemoSource.ALL.stream().map(source -> source.name() + " ingested successfully").toList();
  }

  private Answered<SourceOutcome> ingest(List<DemoSource> sources, Consumer<SourceOutcome> heard)
      throws InterruptedException {
    List<NamedSource> named = sources.stream().map(server::named).toList();
    return jobs.run(new SourceJob(JobId.create(), named, Map.of(), null), heard);
  }

  private void tell(String what, Duration took) {
    out.println(StepLine.of(what, took));
    out.flush();
    account.done(what, took);
  }
}
