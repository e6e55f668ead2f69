package dev.shardline.transform.queue;

import java.time.Duration;
import java.util.List;

/**
 * How many shards a slot acquires at a time, learned from what they cost. Every acquisition costs
 * milliseconds, so tiny shards want many at once; a long one wants to be alone, or those acquired
 * with it wait behind it while another worker is idle. Not thread-safe.
 */
final class AcquisitionSize {

  private static final int[] SIZES = {1, 8, 64, 512, 2048};

  /** A shard that takes longer is a long one. */
  private static final Duration LONG_SHARD = Duration.ofMillis(100);

  /**
   * What a whole acquisition should take, at most: so long others may be idle beside what is held
   * here.
   */
  private static final Duration BUDGET = Duration.ofMillis(250);

  /** A pause of the machine may double an acquisition's time; four times as much is no accident. */
  private static final int TOLERATED = 4;

  /**
   * A JVM that has computed fewer takes several times as long for a shard as it will soon. If all
   * that is predicted of an acquisition then had to be within the budget, most of the time would go
   * into acquiring.
   */
  private static final int WARM = 8192;

  /** From this level on a cold JVM may plan with what is tolerated. */
  private static final int EVIDENT = 2;

  /** An acquisition is not larger than this many times what was seen since the last long shard. */
  private static final int TRUST = 8;

  /** So many shards make up the mean. */
  private static final int MEMORY = 64;

  /** While fewer are long, a few at a time pay: what stands behind a long one is given back. */
  private static final double RARE = 0.1;

  /**
   * One shard that takes longer than all these others is not long: the machine had something else
   * to do. So it is taken for a pause, if it was not so long that the rest was given back.
   */
  private static final int A_PAUSE_AMONG = 64;

  /** So many acquisitions in a row that take twice the budget are no accident either. */
  private static final int OVERLONG = 3;

  private static final int FIRST_STREAK = 8;
  private static final int LONGEST_STREAK = 1024;

  private int level;
  private int streak;
  private int neededStreak = FIRST_STREAK;

  /** What a shard took that was not a long one, in the mean of the last ones. */
  private double meanNanos;

  /** How many of them were long ones. */
  private double longShare;

  private long seen;

  private long computed;
  private int overlong;

  /** How many to acquire: at first one. */
  int get() {
    return SIZES[level];
  }

  /**
   * Learns from the shards of one acquisition.
   *
   * @param costs what each took
   */
  void learn(List<Duration> costs) {
    if (costs.isEmpty()) {
      return;
    }
    long total = 0;
    long longest = 0;
    int longs = 0;
    for (Duration cost : costs) {
      if (cost.compareTo(LONG_SHARD) > 0) {
        longs++;
        longest = Math.max(longest, cost.toNanos());
      } else {
        total += cost.toNanos();
      }
    }
    seen += costs.size();
    computed += costs.size();
    double share = (double) costs.size() / Math.min(MEMORY, seen);
    double weight = Math.min(1, share);
    if (costs.size() > longs) {
      meanNanos += weight * ((double) total / (costs.size() - longs) - meanNanos);
    }
    longShare += weight * ((double) longs / costs.size() - longShare);
    if (longs == 1
        && costs.size() >= A_PAUSE_AMONG
        && longest <= BUDGET.toNanos()
        && total <= TOLERATED * BUDGET.toNanos()) {
      streak = 0;
    } else if (longs > 0) {
      shrinkTo(longShare < RARE ? 1 : 0);
    } else if (level > 0 && isTooMuch(total)) {
      shrinkTo(level - 1);
    } else {
      streak = Math.min(streak + costs.size(), LONGEST_STREAK);
      grow();
    }
  }

  /**
   * Long and tiny shards that take turns must not make the size do so: each lesson lasts longer.
   */
  private void shrinkTo(int atMost) {
    int smaller = Math.min(level, atMost);
    if (level > smaller) {
      neededStreak = Math.min(LONGEST_STREAK, neededStreak * 2);
    }
    level = smaller;
    streak = 0;
    overlong = 0;
    seen = Math.min(seen, MEMORY);
  }

  private void grow() {
    while (level < SIZES.length - 1
        && streak >= Math.max(neededStreak, SIZES[level + 1] / TRUST)
        && meanNanos * SIZES[level + 1] <= plannedNanos()) {
      level++;
    }
  }

  private boolean isTooMuch(long total) {
    overlong = computed >= WARM && total > 2 * BUDGET.toNanos() ? overlong + 1 : 0;
    return overlong >= OVERLONG || total > TOLERATED * BUDGET.toNanos();
  }

  private long plannedNanos() {
    return level >= EVIDENT && computed < WARM ? TOLERATED * BUDGET.toNanos() : BUDGET.toNanos();
  }
}
