package dev.shardline.cli.job;

import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Hands answers on in the order of their places: each as soon as all before it are there, as {@code
 * Executor.map} of a standard library does. Every place is to be given once. Not thread-safe.
 */
public final class InputOrder<A> implements Consumer<Answer<A>> {

  private final Consumer<Answer<A>> next;
  private final TreeMap<Integer, Answer<A>> held = new TreeMap<>();
  private int turn;

  /** An order that hands on to {@code next}. */
  public InputOrder(Consumer<Answer<A>> next) {
    this.next = next;
  }

  @Override
  public void accept(Answer<A> answer) {
    held.put(answer.place(), answer);
    while (!held.isEmpty() && held.firstKey() == turn) {
      next.accept(held.pollFirstEntry().getValue());
      turn++;
    }
  }

  /** Hands on what is held behind a gap, in order: nobody waits for the missing ones any more. */
  public void release() {
    held.values().forEach(next);
    held.clear();
  }
}
