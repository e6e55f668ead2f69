package dev.shardline.cli.topics;

import java.time.Duration;

/**
 * How long records are kept.
 *
 * @param work source requests and shards, also those that wait for an attempt. A record that is
 *     older is lost without an answer, so this is to be longer than any backlog may last; a week is
 *     Kafka's own default
 * @param answers outcomes, results and cancellations. For so long a job can be looked up by its id
 * @param dead dead letters. For so long a failed record can be looked into and sent again by a
 *     person
 */
public record Retention(Duration work, Duration answers, Duration dead) {

  /** A week, a month, a quarter. */
  public static final Retention DEFAULT =
      new Retention(Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90));

  /**
   * @throws IllegalArgumentException if one of them is not above zero
   */
  public Retention {
    requirePositive("work", work);
    requirePositive("answers", answers);
    requirePositive("dead", dead);
  }

  private static void requirePositive(String name, Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(
          "retention of " + name + " must be above zero: " + duration);
    }
  }
}
