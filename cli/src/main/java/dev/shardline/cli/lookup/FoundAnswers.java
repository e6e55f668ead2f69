package dev.shardline.cli.lookup;

import dev.shardline.cli.job.Answer;
import dev.shardline.cli.job.Tally;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one job, by place. The same place twice is one answer: delivery is at least once,
 * and the last one stands, as it does in the compacted topic. Not thread-safe.
 */
public final class FoundAnswers<A> {

  private final SortedMap<Integer, Answer<A>> byPlace = new TreeMap<>();
  private Tally tally = Tally.of(0);

  void put(Answer<A> answer) {
    @Nullable Answer<A> before = byPlace.put(answer.place(), answer);
    tally = (before == null ? tally : tally.minus(before)).plus(answer);
    expect(answer.place() + 1);
  }

  /** Tells that the job has at least so many pieces. */
  void expect(int pieces) {
    tally = tally.withSize(Math.max(tally.size(), pieces));
  }

  boolean isEmpty() {
    return tally.size() == 0;
  }

  /** The answer at a place, null while there is none. */
  public @Nullable Answer<A> at(int place) {
    return byPlace.get(place);
  }

  /** The answers from a place on, in order. */
  public Collection<Answer<A>> from(int place) {
    return Collections.unmodifiableCollection(byPlace.tailMap(place).values());
  }

  /** How far the job is. */
  public Tally tally() {
    return tally;
  }
}
