package dev.shardline.cli.demo;

import dev.shardline.cli.job.JobReport;
import java.time.Duration;
import java.util.List;

/**
 * A job that was run.
 *
 * @param answers in the order of the input; fewer than the job has pieces if it was given up
 * @param report how it went
 */
record Answered<A>(List<A> answers, JobReport report) {

  Answered {
    answers = List.copyOf(answers);
  }

  /** Whether every piece is done. */
  boolean allDone() {
    return report.tally().succeeded() == report.tally().size();
  }

  /** From the first request to the last answer. */
  Duration elapsed() {
    return report.elapsed();
  }
}
