package dev.shardline.cli.source;

import dev.shardline.contracts.source.SourceProgress;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** The sources of a job that are being fetched, as far as it is known. Thread-safe. */
public final class RunningSources {

  private final LongSupplier nanos;
  private final Map<String, Heard> running = new LinkedHashMap<>();
  private final Set<String> ended = new HashSet<>();

  private record Heard(SourceProgress progress, long at) {}

  /**
   * None so far.
   *
   * @param nanos a clock such as {@link System#nanoTime}
   */
  public RunningSources(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** A source is so far; one that has ended stays so, as messages may be late. */
  public synchronized void progressed(SourceProgress progress) {
    String source = progress.id().source();
    if (!ended.contains(source)) {
      running.put(source, new Heard(progress, nanos.getAsLong()));
    }
  }

  /** A source has its outcome. */
  public synchronized void ended(String source) {
    ended.add(source);
    running.remove(source);
  }

  /** A line for each that runs, in the order in which they were first heard of. */
  public synchronized List<String> lines() {
    long now = nanos.getAsLong();
    return running.values().stream()
        .map(heard -> ProgressLine.of(heard.progress(), Duration.ofNanos(now - heard.at())))
        .toList();
  }
}
