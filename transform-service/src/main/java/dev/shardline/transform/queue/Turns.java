package dev.shardline.transform.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * In which order the records of an acquisition are computed. New ones go together. A record that
 * was delivered before may be the one that killed its worker, or may only have been acquired
 * alongside: such records go one by one, each acknowledged before the next begins, and from the
 * other end at each delivery. So a killer takes down those behind it at one delivery, and finds
 * them done at the next.
 */
final class Turns {

  private static final Comparator<Attempt> BY_PLACE =
      Comparator.<Attempt>comparingInt(attempt -> attempt.record().position().partition())
          .thenComparingLong(attempt -> attempt.record().position().offset());

  private Turns() {}

  static Deque<List<Attempt>> of(List<Attempt> acquired) {
    Deque<List<Attempt>> turns = new ArrayDeque<>();
    List<Attempt> fresh = new ArrayList<>();
    List<Attempt> forwards = new ArrayList<>();
    List<Attempt> backwards = new ArrayList<>();
    for (Attempt attempt : acquired) {
      int delivery = attempt.record().deliveryCount();
      if (delivery == 1) {
        fresh.add(attempt);
      } else if (delivery % 2 == 0) {
        backwards.add(attempt);
      } else {
        forwards.add(attempt);
      }
    }
    if (!fresh.isEmpty()) {
      turns.add(fresh);
    }
    backwards.stream().sorted(BY_PLACE.reversed()).forEach(attempt -> turns.add(List.of(attempt)));
    forwards.stream().sorted(BY_PLACE).forEach(attempt -> turns.add(List.of(attempt)));
    return turns;
  }
}
