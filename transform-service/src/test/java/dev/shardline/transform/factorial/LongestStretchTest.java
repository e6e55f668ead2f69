package dev.shardline.transform.factorial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.transform.integer.DecimalDigits;
import dev.shardline.transform.integer.IntegerSummary;
import java.io.IOException;
import java.io.OutputStream;
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
}
