package dev.shardline.cli.bench.makespan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which shards a round has.
 *
 * @param tiny how many tiny ones, 1 or above
 * @param tinyNumber their number
 * @param large how many long ones, 1 or above
 * @param largeCost what each of them is to take, about
 */
public record Mix(int tiny, long tinyNumber, int large, Duration largeCost) {

  /** A tiny shard's number: a few tenths of a millisecond. */
  public static final long TINY_NUMBER = 2500;

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Mix {
    if (tiny < 1 || large < 1) {
      throw new IllegalArgumentException(
          "--tiny and --long must be 1 or above, were " + tiny + " and " + large);
    }
  }

  /** So many tiny and long ones. */
  public static Mix of(int tiny, int large, Duration largeCost) {
    return new Mix(tiny, TINY_NUMBER, large, largeCost);
  }

  /**
   * All numbers, the long ones at random places among the tiny ones.
   *
   * @param largeNumber the number of a long one
   */
  List<Long> shuffled(long largeNumber, Random random) {
    List<Long> numbers = new ArrayList<>(Collections.nCopies(tiny, tinyNumber));
    numbers.addAll(Collections.nCopies(large, largeNumber));
    Collections.shuffle(numbers, random);
    return List.copyOf(numbers);
  }
}
