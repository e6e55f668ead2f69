package dev.shardline.cli.terminal;

import dev.shardline.cli.job.Tally;
import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Lines on standard output, and a progress bar below them on standard error if that is a terminal.
 * The bar is taken away while a line is printed, so that neither spoils the other where both go to
 * the same terminal. Thread-safe: the bar redraws itself from a thread of its own.
 */
public final class Display implements AutoCloseable {

  /** Fits a terminal of the usual 80 columns without wrapping. */
  private static final int BAR_WIDTH = 79;

  /** What the library takes for a bar without an end. */
  private static final int UNKNOWN_SIZE = -1;

  private static final int REDRAW_MILLIS = 200;

  /** To the first column, and erase to the end of the line (ECMA-48, EL). */
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintWriter out;
  private final PrintWriter err;
  private final @Nullable ProgressBar bar;
  private String shown = "";

  /**
   * A display that begins with no progress.
   *
   * @param task what the bar is called
   * @param size how many pieces of work there are, 0 if that is not known yet
   */
  public Display(Terminal terminal, String task, int size) {
    this.out = terminal.out();
    this.err = terminal.err();
    this.bar = terminal.errIsTerminal().getAsBoolean() ? bar(task, size) : null;
  }

  /** Prints a result. */
  public synchronized void line(String line) {
    erase();
    out.println(line);
    out.flush();
    redraw();
  }

  /** Tells something that is no result. */
  public synchronized void note(String note) {
    erase();
    err.println(note);
    err.flush();
    redraw();
  }

  /** Tells how far the work is. */
  public void progress(Tally tally) {
    if (bar != null && tally.size() > 0) {
      bar.maxHint(tally.size());
      bar.stepTo(tally.answered());
      bar.setExtraMessage(endedBadly(tally));
    }
  }

  /** Tells how much of a known amount is done. */
  public void progress(long done, long size) {
    if (bar != null && size > 0) {
      bar.maxHint(size);
      bar.stepTo(done);
    }
  }

  /** Takes the bar away. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      show("");
    }
  }

  private static String endedBadly(Tally tally) {
    String failed = tally.failed() == 0 ? "" : tally.failed() + " failed";
    return tally.cancelled() == 0 ? failed : failed + " " + tally.cancelled() + " cancelled";
  }

  private ProgressBar bar(String task, int size) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(size == 0 ? UNKNOWN_SIZE : size)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(REDRAW_MILLIS)
        .setConsumer(new DelegatingProgressBarConsumer(this::show, BAR_WIDTH))
        .build();
  }

  private synchronized void show(String rendered) {
    erase();
    shown = rendered;
    redraw();
  }

  private void erase() {
    if (!shown.isEmpty()) {
      err.print(ERASE_LINE);
      err.flush();
    }
  }

  private void redraw() {
    if (!shown.isEmpty()) {
      err.print(shown);
      err.flush();
    }
  }
}
