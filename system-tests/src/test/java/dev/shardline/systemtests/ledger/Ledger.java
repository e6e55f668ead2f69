package dev.shardline.systemtests.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What was asked for, and what became of it, as read from the topics alone.
 *
 * @param entries one for each shard or request
 * @param readUntil the time of reading
 */
public record Ledger(List<Entry> entries, Instant readUntil) {

  public Ledger {
    entries = List.copyOf(entries);
  }

  /** These and the entries of another, as one. */
  public Ledger plus(Ledger other) {
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(other.entries);
    return new Ledger(all, other.readUntil);
  }

  /** How many shards or requests there are. */
  public long in() {
    return count(Entry::isAsked);
  }

  /** How many have a visible answer of that status. */
  public long with(String status) {
    return count(entry -> entry.isAnswered() && entry.answers().getLast().status().equals(status));
  }

  /** How many have an answer, whatever it says. */
  public long answered() {
    return count(Entry::isAnswered);
  }

  /** How many have no answer. */
  public long missing() {
    return count(entry -> !entry.isAnswered());
  }

  /** How many have answers that contradict each other. */
  public long visibleTwice() {
    return count(Entry::isContradicted);
  }

  /** How many were worked on more than once, as far as their answers show. */
  public long recomputed() {
    return count(Entry::isRecomputed);
  }

  /** How many have an answer and were never asked for. */
  public long unasked() {
    return count(entry -> !entry.isAsked());
  }

  /** What failed, for messages. */
  public List<String> failures() {
    return entries.stream()
        .flatMap(entry ->
            entry.answers().stream()
                .filter(answer -> answer.status().equals("FAILED"))
                .map(answer -> entry.key() + ": " + answer))
        .toList();
  }

  /** The longest time in which something was asked for, and nothing was answered. */
  public Duration longestStall() {
    return Stall.longest(entries, readUntil);
  }

  @Override
  public String toString() {
    return "in %d, done %d, failed %d, cancelled %d, missing %d, visible twice %d, recomputed %d"
        .formatted(
            in(),
            with("DONE"),
            with("FAILED"),
            with("CANCELLED"),
            missing(),
            visibleTwice(),
            recomputed());
  }

  private long count(Predicate<Entry> which) {
    return entries.stream().filter(which).count();
  }
}
