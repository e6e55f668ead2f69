package dev.shardline.monitor.group;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The lag of a group over time. Thread-safe. */
public final class GroupHistory {

  /** Long enough to even out readings, short enough to follow what happens. */
  private static final Duration RATE_WINDOW = Duration.ofSeconds(30);

  private final Duration kept;
  private final Deque<Point> points = new ArrayDeque<>();

  /**
   * Empty.
   *
   * @param kept how far back points are kept
   */
  public GroupHistory(Duration kept) {
    this.kept = kept;
  }

  /** What it came to. */
  public synchronized void add(Point point) {
    points.addLast(point);
    while (points.getFirst().at().isBefore(point.at().minus(kept))) {
      points.removeFirst();
    }
  }

  /** The points, oldest first. */
  public synchronized List<Point> points() {
    return List.copyOf(points);
  }

  /** The newest point. */
  public synchronized Optional<Point> newest() {
    return Optional.ofNullable(points.peekLast());
  }

  /**
   * How fast records came and were processed of late. Empty: that cannot be told of unknown lag, or
   * of a single reading.
   */
  public synchronized Optional<Rates> rates() {
    Point last = points.peekLast();
    if (last == null || last.lag() == null || last.written() == null) {
      return Optional.empty();
    }
    for (Point first : points) {
      boolean recent = !first.at().isBefore(last.at().minus(RATE_WINDOW));
      if (recent && first.lag() != null && first.written() != null) {
        return between(first, last);
      }
    }
    return Optional.empty();
  }

  private static Optional<Rates> between(Point first, Point last) {
    double seconds = Duration.between(first.at(), last.at()).toNanos() / 1e9;
    Long lagBefore = first.lag();
    Long lagAfter = last.lag();
    Long writtenBefore = first.written();
    Long writtenAfter = last.written();
    if (seconds <= 0
        || lagBefore == null
        || lagAfter == null
        || writtenBefore == null
        || writtenAfter == null
        // A topic that was recreated begins anew.
        || writtenAfter < writtenBefore) {
      return Optional.empty();
    }
    double in = (writtenAfter - writtenBefore) / seconds;
    double growth = (lagAfter - lagBefore) / seconds;
    return Optional.of(new Rates(in, Math.max(0, in - growth)));
  }
}
