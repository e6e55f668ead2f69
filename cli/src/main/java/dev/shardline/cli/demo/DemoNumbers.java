package dev.shardline.cli.demo;

import java.util.List;
import java.util.stream.LongStream;

/** The inputs. */
final class DemoNumbers {

  /** Those of the tutorial. */
  static final List<Long> TUTORIAL = List.of(2500L, 2600L, 2700L, 2800L);

  /** What the tutorial's own program prints for them. */
  static final List<String> TUTORIAL_LINES =
      List.of(
          "Input 2500 -> Result length: 7408 digits",
          "Input 2600 -> Result length: 7749 digits",
          "Input 2700 -> Result length: 8091 digits",
          "Input 2800 -> Result length: 8435 digits");

  /** Four for each of two processes: enough for the work to even out between them. */
  private static final int LARGE_PER_SLOT = 8;

  /** About half a second of one core by GMP, and three where Java computes. */
  private static final long LARGEST = 600_000;

  private static final long STEP = 10_000;

  private DemoNumbers() {}

  /**
   * Inputs that are real work: the same for each slot of one process, so that one process has the
   * same time to compute on any machine. The largest come first, so that none of them is left over
   * for one worker to finish alone.
   *
   * @param slots how many shards one process computes at a time
   */
  static List<Long> large(int slots) {
    return LongStream.range(0, (long) LARGE_PER_SLOT * slots)
        .mapToObj(i -> LARGEST - i / slots * STEP)
        .toList();
  }
}
