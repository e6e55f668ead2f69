package dev.shardline.transform.attempt;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is noted of the deliveries of one record.
 *
 * @param notes by delivery count, from 1. The first delivery that was not given back may have been
 *     an attempt also without a note; a later one without was none, since attempts are noted then
 */
public record AttemptHistory(SortedMap<Integer, AttemptNote> notes) {

  /** Of a record of which nothing is noted. */
  public static final AttemptHistory NONE = new AttemptHistory(new TreeMap<>());

  public AttemptHistory {
    notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
  }

  /** How many attempts began and never ended. */
  int deaths() {
    return count(AttemptNote.Begun.class);
  }

  /** How many attempts were dropped because the lock was lost. */
  int dropped() {
    return count(AttemptNote.Dropped.class);
  }

  /** The last attempt that began and never ended. */
  Optional<AttemptNote.Begun> lastDeath() {
    return notes.values().stream()
        .filter(AttemptNote.Begun.class::isInstance)
        .map(AttemptNote.Begun.class::cast)
        .reduce((before, last) -> last);
  }

  /** The answer that an earlier delivery came to. */
  Optional<AttemptNote.Verdict> verdict() {
    return notes.values().stream()
        .filter(AttemptNote.Verdict.class::isInstance)
        .map(AttemptNote.Verdict.class::cast)
        .findFirst();
  }

  /** Whether another copy of the record is in its place. */
  boolean wasMoved() {
    return notes.values().stream().anyMatch(AttemptNote.Moved.class::isInstance);
  }

  /** The first delivery that was not given back in good order, or may not have been. */
  int firstInDoubt() {
    int delivery = 1;
    while (notes.get(delivery) instanceof AttemptNote.GivenBack) {
      delivery++;
    }
    return delivery;
  }

  /** Whether something is noted of a delivery. */
  boolean knows(int delivery) {
    return notes.containsKey(delivery);
  }

  private int count(Class<? extends AttemptNote> kind) {
    return (int) notes.values().stream().filter(kind::isInstance).count();
  }
}
