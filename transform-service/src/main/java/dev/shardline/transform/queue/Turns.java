package dev.shardline.transform.queue;

import dev.shardline.transform.attempt.Trial;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * In which order the records of an acquisition are dealt with. First those that are not computed:
 * they must be safe before anything can kill the process. Then the new ones together. A record
 * whose attempts are watched may be one that kills its worker: such records go one by one, each
 * acknowledged before the next begins, those last that are known to have died before.
 */
final class Turns {

  private Turns() {}

  static Deque<Turn> of(List<Attempt> acquired, Function<Attempt, Trial> trials) {
    List<Attempt> settled = new ArrayList<>();
    List<Attempt> fresh = new ArrayList<>();
    List<Attempt> suspects = new ArrayList<>();
    List<Attempt> prime = new ArrayList<>();
    for (Attempt attempt : acquired) {
      switch (trials.apply(attempt)) {
        case Trial.Run run when !run.watched() -> fresh.add(attempt);
        case Trial.Run run when run.alone() -> prime.add(attempt);
        case Trial.Run run -> suspects.add(attempt);
        default -> settled.add(attempt);
      }
    }
    Deque<Turn> turns = new ArrayDeque<>();
    addTogether(turns, settled);
    addTogether(turns, fresh);
    suspects.forEach(attempt -> turns.add(Turn.of(List.of(attempt))));
    prime.forEach(attempt -> turns.add(Turn.of(List.of(attempt))));
    return turns;
  }

  private static void addTogether(Deque<Turn> turns, List<Attempt> attempts) {
    if (!attempts.isEmpty()) {
      turns.add(Turn.of(attempts));
    }
  }
}
