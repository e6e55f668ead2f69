package dev.shardline.systemtests.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long a job stood still: work was there, and no answer came. */
final class Stall {

  /** Something is asked for, or answered for the first time. */
  private record Event(Instant at, int outstanding) {}

  private Stall() {}

  static Duration longest(List<Entry> entries, Instant end) {
    Duration longest = Duration.ZERO;
    Instant since = end;
    int outstanding = 0;
    for (Event event : events(entries)) {
      boolean answer = event.outstanding() < 0;
      if (answer && outstanding > 0) {
        longest = longer(longest, Duration.between(since, event.at()));
      }
      if (answer || outstanding == 0) {
        since = event.at();
      }
      outstanding += event.outstanding();
    }
    return outstanding > 0 ? longer(longest, Duration.between(since, end)) : longest;
  }

  private static List<Event> events(List<Entry> entries) {
    List<Event> events = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.isAsked()) {
        events.add(new Event(entry.asked().getFirst().at(), 1));
        if (entry.isAnswered()) {
          events.add(new Event(entry.answers().getFirst().at(), -1));
        }
      }
    }
    events.sort(Comparator.comparing(Event::at));
    return events;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
