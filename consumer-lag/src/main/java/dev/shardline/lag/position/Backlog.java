package dev.shardline.lag.position;

import dev.shardline.lag.Fact;
import dev.shardline.lag.LogRange;
import dev.shardline.lag.StartPolicy;

/**
 * The offsets that a group has yet to process.
 *
 * @param from the first
 * @param to after the last
 * @param done how many between them are processed already, 0 or above: a share group's workers need
 *     not keep to the order
 */
public record Backlog(long from, long to, long done) {

  private static final String SKIPS =
      "the group has no valid position here and begins with what is written after it comes (latest):"
          + " what is there now will be skipped";
  private static final String NOT_TOLD =
      "the group has no valid position here, and nobody says where it begins: configure its start,"
          + " earliest or latest";
  private static final String DELETED =
      "records were deleted in front of the group's position while others after it are processed;"
          + " known again when a worker reads";
  private static final String BEYOND =
      "the group's position is beyond the end of the log; known again when a worker reads";

  /**
   * What follows from a group's position.
   *
   * @param start where it begins if it has no valid position
   */
  public static Fact<Backlog> of(LogRange log, GroupPosition position, StartPolicy start) {
    return switch (position) {
      case GroupPosition.None() -> begun(log, start);
      case GroupPosition.Committed(long offset) ->
          log.covers(offset) ? Fact.known(new Backlog(offset, log.end(), 0)) : begun(log, start);
      case GroupPosition.Shared(long offset, long unprocessed) -> shared(log, offset, unprocessed);
      case GroupPosition.Unreadable(String reason) -> Fact.unknown(reason);
    };
  }

  private static Fact<Backlog> begun(LogRange log, StartPolicy start) {
    if (log.start() == log.end()) {
      return Fact.known(new Backlog(log.end(), log.end(), 0));
    }
    return switch (start) {
      case EARLIEST -> Fact.known(new Backlog(log.start(), log.end(), 0));
      case LATEST -> Fact.unknown(SKIPS);
      case UNKNOWN -> Fact.unknown(NOT_TOLD);
    };
  }

  /** The end may have been read a moment after the group's position, so it is the later one. */
  private static Fact<Backlog> shared(LogRange log, long offset, long unprocessed) {
    if (offset > log.end()) {
      return Fact.unknown(BEYOND);
    }
    long done = Math.max(0, log.end() - offset - unprocessed);
    if (offset >= log.start()) {
      return Fact.known(new Backlog(offset, log.end(), done));
    }
    return done == 0 || log.start() == log.end()
        ? Fact.known(new Backlog(log.start(), log.end(), 0))
        : Fact.unknown(DELETED);
  }

  /** How many offsets there are, the processed ones included. */
  public long offsets() {
    return to - from;
  }

  /** The first offset that would not be processed if those that are came first. */
  public long latestOldest() {
    return from + done;
  }

  /**
   * How many records are not processed.
   *
   * @param records how many records there are between its offsets: not every offset has one, where
   *     a topic is compacted or written in transactions
   */
  public Fact<Long> lag(Fact<Long> records) {
    return records.then(count -> {
      if (done == 0) {
        return Fact.known(count);
      }
      return count == offsets()
          ? Fact.known(count - done)
          : Fact.unknown(
              "some offsets have no record (the topic is compacted, or written in transactions),"
                  + " and of those that are processed it is not known which");
    });
  }
}
