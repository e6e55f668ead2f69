package dev.shardline.transform.queue;

import java.time.Duration;
import java.util.List;

/**
 * How many shards a slot acquires at a time, learned from what they cost. Every acquisition costs
 * milliseconds, so tiny shards want many at once; a long one wants to be alone, or those acquired
 * with it wait behind it while another worker is idle. Not thread-safe.
 */
final class AcquisitionSize {

  private static final int[] SIZES = {1, 8, 64};

  /** What a whole acquisition should take to compute, at most. */
  private static final Duration BUDGET = Duration.ofMillis(40);

  /** A pause of the machine may double an acquisition's time; four times as much is no accident. */
  private static final int TOLERATED = 4;

  private static final int FIRST_STREAK = 16;
  private static final int LONGEST_STREAK = 1024;

  private int level;
  private int streak;
  private int neededStreak = FIRST_STREAK;

  /** How many to acquire: at first one. */
  int get() {
    return SIZES[level];
  }

  /**
   * Learns from the shards of one acquisition.
   *
   * @param costs what each took to compute
   */
  void learn(List<Duration> costs) {
    Duration total = costs.stream().reduce(Duration.ZERO, Duration::plus);
    boolean oneWasLong = costs.stream().anyMatch(cost -> cost.compareTo(BUDGET) > 0);
    if (level > 0 && (oneWasLong || total.compareTo(BUDGET.multipliedBy(TOLERATED)) > 0)) {
      shrinkTo(oneWasLong ? 0 : level - 1);
    } else if (level < SIZES.length - 1) {
      grow(costs);
    }
  }

  /**
   * Long and tiny shards that take turns must not make the size do so: each lesson lasts longer.
   */
  private void shrinkTo(int smaller) {
    level = smaller;
    streak = 0;
    neededStreak = Math.min(LONGEST_STREAK, neededStreak * 2);
  }

  private void grow(List<Duration> costs) {
    for (Duration cost : costs) {
      boolean tiny = cost.multipliedBy(SIZES[level + 1]).compareTo(BUDGET) <= 0;
      streak = tiny ? streak + 1 : 0;
    }
    if (streak >= neededStreak) {
      level++;
      streak = 0;
    }
  }
}
