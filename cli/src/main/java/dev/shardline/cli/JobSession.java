package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.Answer;
import dev.shardline.cli.job.Deadline;
import dev.shardline.cli.job.InputOrder;
import dev.shardline.cli.job.Job;
import dev.shardline.cli.job.JobListener;
import dev.shardline.cli.job.JobReport;
import dev.shardline.cli.job.JobRun;
import dev.shardline.cli.job.Tally;
import dev.shardline.cli.terminal.Display;
import dev.shardline.cli.terminal.InterruptNotice;
import dev.shardline.cli.terminal.Terminal;
import dev.shardline.tracing.Traces;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A job at the terminal: published, waited for and printed, as the options say.
 *
 * @param terminal where it is printed
 * @param options how
 * @param line an answer as it is told to people
 * @param remark what else there is to tell of an answer, on standard error; empty if nothing
 * @param start shows what is being worked on, where a person sees it and no program reads along
 */
record JobSession<A>(
    Terminal terminal,
    JobOptions options,
    Function<A, String> line,
    Function<A, String> remark,
    Watch.Start<A> start) {

  /** Publishes, prints, and gives the exit code. */
  int run(Cluster cluster, Job<A> job, Traces traces) throws InterruptedException {
    if (options.noWait()) {
      JobRun.publishOnly(cluster, job, traces);
      terminal.out().println(job.id());
      terminal.out().flush();
      return ExitCode.DONE;
    }
    Deadline deadline = options.deadline();
    String follow = Hint.follow(job.id(), cluster.settings());
    try (Display display = new Display(terminal, "Answers", job.size())) {
      Consumer<Answer<A>> print = answer -> print(display, answer);
      InputOrder<A> inOrder = new InputOrder<>(print);
      Consumer<Answer<A>> answers = options.asCompleted() ? print : inOrder;
      try (Watch<A> watch = watch(cluster, job, display);
          JobRun<A> run = JobRun.open(cluster, job, listener(display, answers, watch), traces);
          InterruptNotice notice = new InterruptNotice(terminal, publishAgain(job))) {
        display.note("Job " + job.id());
        run.publish();
        notice.change("Interrupted; the job goes on. Its answers: " + follow);
        JobReport report = run.await(deadline);
        inOrder.release();
        display.note(summary(report));
        if (!report.tally().complete()) {
          display.note("The job goes on. Wait for the rest with: " + follow);
        }
        return ExitCode.of(report.tally());
      }
    }
  }

  private static String publishAgain(Job<?> job) {
    return "Interrupted while publishing. To publish the rest too, run the same command with --job "
        + job.id();
  }

  private void print(Display display, Answer<A> answer) {
    display.line(options.json() ? answer.jsonLine() : line.apply(answer.message()));
    String more = remark.apply(answer.message());
    if (!more.isEmpty()) {
      display.note(more);
    }
  }

  private Watch<A> watch(Cluster cluster, Job<A> job, Display display) {
    return terminal.errIsTerminal().getAsBoolean() && !options.json()
        ? start.watch(cluster, job.id(), display)
        : Watch.nothing();
  }

  private JobListener<A> listener(Display display, Consumer<Answer<A>> answers, Watch<A> watch) {
    return new JobListener<>() {
      @Override
      public void answered(Answer<A> answer, Tally tally) {
        watch.answered(answer.message());
        answers.accept(answer);
        display.progress(tally);
      }

      @Override
      public void unreadable(String position, String problem) {
        display.note("Passed over " + position + ", which is no answer: " + problem);
      }
    };
  }

  private static String summary(JobReport report) {
    return String.format(
        Locale.ROOT, "%s, %.2f s", report.tally(), report.elapsed().toMillis() / 1000.0);
  }
}
