package dev.shardline.transform.factorial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.transform.integer.DecimalDigits;
import dev.shardline.transform.integer.IntegerSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/**
 * No piece of the work between two checkpoints grows with the number. Without checkpoints in its
 * midst, the last multiplication of the sum would be a sixth of that work, the conversion to
 * decimal all of it.
 */
class LongestStretchTest {
  private static final int N = 600_000;

  /** In CPU time, which no other process stretches. */
  private static final double LARGEST_SHARE = 0.1;

  @Test
  void isASmallPartOfTheSumAndOfItsDecimals() throws IOException {
    Stretches ofSum = new Stretches();
    BigInteger sum = FactorialSum.of(N, ofSum);
    ofSum.run();
    assertThat(ofSum.longest()).isLessThan(LARGEST_SHARE * ofSum.total());

    Stretches ofDecimal = new Stretches();
    DecimalDigits.write(sum, OutputStream.nullOutputStream(), ofDecimal);
    ofDecimal.run();
    assertThat(ofDecimal.longest()).isLessThan(LARGEST_SHARE * ofDecimal.total());

    Stretches ofSummary = new Stretches();
    IntegerSummary.of(sum, ofSummary);
    ofSummary.run();
    assertThat(ofSummary.longest()).isLessThan(LARGEST_SHARE * ofSum.total());
  }

  /** The CPU time of this thread from one checkpoint to the next, in seconds. */
  private static final class Stretches implements Runnable {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long start = threads.getCurrentThreadCpuTime();
    private long last = start;
    private long longest;

    @Override
    public void run() {
      long now = threads.getCurrentThreadCpuTime();
      longest = Math.max(longest, now - last);
      last = now;
    }

    double longest() {
      return longest / 1e9;
    }

    double total() {
      return (last - start) / 1e9;
    }
  }
}
