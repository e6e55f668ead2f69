package dev.shardline.cli.source;

import dev.shardline.contracts.source.SourceProgress;
import java.time.Duration;
import java.util.Locale;

/** How far a source is, as it is told to people. */
final class ProgressLine {

  /** Several messages late: it is no longer as fast as the last of them said. */
  private static final Duration SILENT = Duration.ofSeconds(5);

  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  private ProgressLine() {}

  /**
   * One line.
   *
   * @param age how long ago this was heard
   */
  static String of(SourceProgress progress, Duration age) {
    String speed =
        age.compareTo(SILENT) < 0
            ? size(progress.bytesPerSecond()) + "/s"
            : "nothing for " + age.toSeconds() + " s";
    String attempt = progress.attempt() > 1 ? "  attempt " + progress.attempt() : "";
    return progress.id().source() + "  " + size(progress.bytes()) + "  " + speed + attempt;
  }

  /** In the largest unit of which there is at least one; with one decimal above bytes. */
  private static String size(long bytes) {
    int unit = 0;
    double amount = bytes;
    while (amount >= 1024 && unit < UNITS.length - 1) {
      amount /= 1024;
      unit++;
    }
    return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
  }
}
