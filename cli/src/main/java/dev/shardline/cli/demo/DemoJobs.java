package dev.shardline.cli.demo;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.Deadline;
import dev.shardline.cli.job.InputOrder;
import dev.shardline.cli.job.Job;
import dev.shardline.cli.job.JobReport;
import dev.shardline.cli.job.JobRun;
import dev.shardline.cli.stack.LocalStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs jobs on a stack and waits for their answers. */
final class DemoJobs {

  /** Far longer than any of them takes: only a defect reaches it. */
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Cluster cluster;
  private final LocalStack stack;

  DemoJobs(Cluster cluster, LocalStack stack) {
    this.cluster = cluster;
    this.stack = stack;
  }

  /**
   * Runs one.
   *
   * @param inOrder hears each answer, in the order of the input, as soon as it is its turn
   * @throws dev.shardline.cli.stack.StackException if a process of the stack ends meanwhile
   */
  <A> Answered<A> run(Job<A> job, Consumer<A> inOrder) throws InterruptedException {
    List<A> answers = new ArrayList<>();
    InputOrder<A> order =
        new InputOrder<>(answer -> {
          answers.add(answer.message());
          inOrder.accept(answer.message());
        });
    try (JobRun<A> run = JobRun.open(cluster, job, (answer, tally) -> order.accept(answer))) {
      run.publish();
      Deadline deadline = Deadline.in(LIMIT);
      JobReport report = run.await(soon(deadline));
      while (!report.tally().complete() && !deadline.passed()) {
        stack.requireAlive();
        report = run.await(soon(deadline));
      }
      order.release();
      return new Answered<>(answers, report);
    }
  }

  private static Deadline soon(Deadline deadline) {
    return Deadline.in(deadline.remaining(BETWEEN_LOOKS));
  }
}
