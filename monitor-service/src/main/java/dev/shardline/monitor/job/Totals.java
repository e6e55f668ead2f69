package dev.shardline.monitor.job;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How many answers were read. A part that was answered twice counts twice. Thread-safe. */
public final class Totals {

  private final Map<Answer, LongAdder> shards = adders();
  private final Map<Answer, LongAdder> sources = adders();
  private final LongAdder repeated = new LongAdder();

  private static Map<Answer, LongAdder> adders() {
    Map<Answer, LongAdder> adders = new EnumMap<>(Answer.class);
    for (Answer answer : Answer.values()) {
      adders.put(answer, new LongAdder());
    }
    return Collections.unmodifiableMap(adders);
  }

  private static LongAdder of(Map<Answer, LongAdder> adders, Answer answer) {
    return Objects.requireNonNull(adders.get(answer));
  }

  /**
   * A shard was answered.
   *
   * @param attempt which attempt led to the answer, from 1
   */
  public void shard(Answer answer, int attempt) {
    of(shards, answer).increment();
    if (attempt > 1) {
      repeated.increment();
    }
  }

  /** A source was answered. */
  public void source(Answer answer) {
    of(sources, answer).increment();
  }

  /** How many shards came to that. */
  public long shards(Answer answer) {
    return of(shards, answer).sum();
  }

  /** How many sources came to that. */
  public long sources(Answer answer) {
    return of(sources, answer).sum();
  }

  /** How many shards were answered by an attempt that was not the first. */
  public long repeated() {
    return repeated.sum();
  }
}
