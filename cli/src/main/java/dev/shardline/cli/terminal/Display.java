package dev.shardline.cli.terminal;

import dev.shardline.cli.job.Tally;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Lines on standard output, and below them on standard error, if that is a terminal, what is being
 * worked on and a progress bar. These are taken away while a line is printed, so that neither
 * spoils the other where both go to the same terminal. Thread-safe: the bar redraws itself from a
 * thread of its own.
 */
public final class Display implements AutoCloseable {

  /** Fits a terminal of the usual 80 columns without wrapping. */
  private static final int BAR_WIDTH = 79;

  /** What the library takes for a bar without an end. */
  private static final int UNKNOWN_SIZE = -1;

  private static final int REDRAW_MILLIS = 200;

  /** To the first column, and erase to the end of the line (ECMA-48, EL). */
  private static final String ERASE_LINE = "\r\u001b[K";

  /** One line up, and erase it (ECMA-48, CUU and EL). */
  private static final String ERASE_LINE_ABOVE = "\u001b[A\u001b[K";

  /** Lines that have left the screen at its top could not be taken away. */
  private static final int MAX_RUNNING = 12;

  private final PrintWriter out;
  private final PrintWriter err;
  private final @Nullable ProgressBar bar;
  private String rendered = "";
  private List<String> running = List.of();
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

  /**
   * Tells what is being worked on, instead of what was told before.
   *
   * @param lines one for each piece, of unknown origin; more than a dozen are cut, as are long ones
   */
  public synchronized void running(List<String> lines) {
    if (bar != null && !lines.equals(running)) {
      running = List.copyOf(lines);
      erase();
      redraw();
    }
  }

  /** Takes the bar away. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      running(List.of());
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

  private synchronized void show(String bar) {
    erase();
    rendered = bar;
    redraw();
  }

  private void erase() {
    if (!shown.isEmpty()) {
      err.print(ERASE_LINE);
      err.print(ERASE_LINE_ABOVE.repeat((int) shown.chars().filter(c -> c == '\n').count()));
      err.flush();
      shown = "";
    }
  }

  private void redraw() {
    shown =
        Stream.concat(runningLines(), Stream.of(rendered).filter(line -> !line.isEmpty()))
            .collect(Collectors.joining("\n"));
    if (!shown.isEmpty()) {
      err.print(shown);
      err.flush();
    }
  }

  private Stream<String> runningLines() {
    Stream<String> lines = running.stream().limit(MAX_RUNNING).map(Display::fitting);
    int more = running.size() - MAX_RUNNING;
    return more > 0 ? Stream.concat(lines, Stream.of("and " + more + " more")) : lines;
  }

  /** A line that wraps would be taken away in part. */
  private static String fitting(String line) {
    StringBuilder fitting = new StringBuilder();
    int columns = 0;
    for (int codePoint : Printable.of(line).codePoints().toArray()) {
      // Wide characters begin about there; a few narrow ones behind do no harm.
      columns += codePoint < 0x1100 ? 1 : 2;
      if (columns > BAR_WIDTH) {
        break;
      }
      fitting.appendCodePoint(codePoint);
    }
    return fitting.toString();
  }
}
