package dev.shardline.cli.demo;

import dev.shardline.cli.stack.StepLine;
import dev.shardline.cli.stack.StepListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Where the time went. Not thread-safe. */
final class Account implements StepListener {

  private record Entry(String what, Duration took) {}

  private final List<Entry> entries = new ArrayList<>();

  @Override
  public void done(String what, Duration took) {
    entries.add(new Entry(what, took));
  }

  /**
   * Line by line, the last two being the rest and the whole.
   *
   * @param total from the beginning of the first step to now
   */
  List<String> lines(Duration total) {
    List<String> lines = new ArrayList<>();
    Duration sum = Duration.ZERO;
    for (Entry entry : entries) {
      lines.add(StepLine.of(entry.what(), entry.took()));
      sum = sum.plus(entry.took());
    }
    lines.add(StepLine.of("clients, printing, between the steps", total.minus(sum)));
    lines.add(StepLine.of("total", total));
    return lines;
  }
}
