package dev.shardline.cli;

import dev.shardline.cli.job.Tally;

/** What the process's exit code says; scripts rely on it, and {@code --help} lists it. */
public final class ExitCode {

  /** All work is done. */
  public static final int DONE = 0;

  /** All work has an answer, and some of it failed or was cancelled. */
  public static final int FAILED = 1;

  /** The command line or an input is not as expected; nothing was published. */
  public static final int USAGE = 2;

  /** Some work has no answer yet. */
  public static final int INCOMPLETE = 3;

  /** The cluster cannot be reached, lacks a topic, or refuses the client. */
  public static final int CLUSTER = 4;

  /** A defect of the program itself: EX_SOFTWARE of sysexits.h. */
  public static final int DEFECT = 70;

  /** Ctrl-C: 128 and the number of SIGINT, which the JVM gives by itself. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** What is to be told of a job that is known. */
  public static int of(Tally tally) {
    if (!tally.complete()) {
      return INCOMPLETE;
    }
    return tally.failed() + tally.cancelled() == 0 ? DONE : FAILED;
  }
}
