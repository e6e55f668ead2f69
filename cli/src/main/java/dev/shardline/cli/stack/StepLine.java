package dev.shardline.cli.stack;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Tells each step on a line, with the seconds it took in a column. Thread-safe. */
public final class StepLine implements StepListener {

  private final PrintWriter out;

  /** Lines on {@code out}. */
  public StepLine(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void done(String what, Duration took) {
    out.println(of(what, took));
    out.flush();
  }

  /** The line. */
  public static String of(String what, Duration took) {
    return String.format(Locale.ROOT, "  %-56s %7.2f s", what, took.toMillis() / 1000.0);
  }
}
