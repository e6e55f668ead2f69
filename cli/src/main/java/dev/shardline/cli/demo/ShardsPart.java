package dev.shardline.cli.demo;

import dev.shardline.cli.shard.ResultLine;
import dev.shardline.cli.shard.ShardJob;
import dev.shardline.cli.stack.LocalStack;
import dev.shardline.cli.stack.Service;
import dev.shardline.cli.stack.StepLine;
import dev.shardline.cli.stack.StepListener;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.result.ShardResult;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** CPU: two processes compute at the same time. */
final class ShardsPart {

  private final DemoJobs jobs;
  private final LocalStack stack;
  private final PrintWriter out;
  private final StepListener account;

  ShardsPart(DemoJobs jobs, LocalStack stack, PrintWriter out, StepListener account) {
    this.jobs = jobs;
    this.stack = stack;
    this.out = out;
    this.account = account;
  }

  /**
   * The tutorial's inputs, each result on its line.
   *
   * @return whether each line is as it should be
   */
  boolean tutorial() throws InterruptedException {
    List<String> lines = new ArrayList<>();
    Answered<ShardResult> answered =
        jobs.run(
            job(DemoNumbers.TUTORIAL),
            result -> {
              lines.add(ResultLine.of(result));
              out.println(lines.getLast());
              out.flush();
            });
    tell("four shards", answered.elapsed());
    out.println("  Computed by " + Workers.numbers(answered.answers()) + ".");
    return lines.equals(DemoNumbers.TUTORIAL_LINES);
  }

  /**
   * Inputs that are real work, on all processes and on one.
   *
   * @return whether all were computed, with the same values each time
   */
  boolean processes() throws InterruptedException {
    List<Long> numbers = DemoNumbers.large(stack.slots());
    out.printf(
        Locale.ROOT,
        "%d inputs, %,d down to %,d. The first run warms up and does not count.%n",
        numbers.size(),
        numbers.getFirst(),
        numbers.getLast());
    Answered<ShardResult> warmUp = measured("warm-up", numbers);
    Answered<ShardResult> two = measured("two processes", numbers);

    Service drained = stack.transforms().getLast();
    long start = System.nanoTime();
    stack.drain(drained);
    tell(drained.name() + " drained", Duration.ofNanos(System.nanoTime() - start));
    Answered<ShardResult> one = measured("one process", numbers);

    out.println(
        "  Two processes are " + Ratio.of(one.elapsed(), two.elapsed()) + " times as fast.");
    if (one.elapsed().compareTo(two.elapsed()) < 0) {
      out.println("  They had no cores of their own: something else keeps this machine busy.");
    }
    return warmUp.allDone()
        && two.allDone()
        && one.allDone()
        && values(warmUp).equals(values(two))
        && values(two).equals(values(one));
  }

  private Answered<ShardResult> measured(String what, List<Long> numbers)
      throws InterruptedException {
    Answered<ShardResult> answered = jobs.run(job(numbers), result -> {});
    tell(what + ": " + Workers.counts(answered.answers()), answered.elapsed());
    return answered;
  }

  private static ShardJob job(List<Long> numbers) {
    return ShardJob.of(JobId.create(), numbers);
  }

  private static List<IntegerValue> values(Answered<ShardResult> answered) {
    return answered.answers().stream()
        .filter(ShardResult.Done.class::isInstance)
        .map(result -> ((ShardResult.Done) result).value())
        .toList();
  }

  private void tell(String what, Duration took) {
    out.println(StepLine.of(what, took));
    out.flush();
    account.done(what, took);
  }
}
