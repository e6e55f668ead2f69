package dev.shardline.transform.factorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AlgorithmsAgreeTest {

  @Test
  void onEverySmallNumber() {
    for (int n = 0; n <= 2000; n++) {
      assertAgree(n);
    }
  }

  @Test
  void aroundEveryNumberWhereAnotherLeafAppears() {
    for (int leaves = SplittingSum.LEAF; leaves <= 64 * SplittingSum.LEAF; leaves *= 2) {
      for (int n = leaves - 1; n <= leaves + 3; n++) {
        assertAgree(n);
      }
    }
  }

  @Test
  void onRandomNumbers() {
    long seed = System.nanoTime();
    System.out.println("AlgorithmsAgreeTest seed " + seed);
    new Random(seed).ints(40, 2000, 25_000).forEach(AlgorithmsAgreeTest::assertAgree);
  }

  private static void assertAgree(int n) {
    // A comparison of its own: AssertJ would write both numbers out in decimal.
    boolean agree = HornerSum.of(n, () -> {}).equals(SplittingSum.of(n, () -> {}));
    assertThat(agree).as("both algorithms agree on f(%d)", n).isTrue();
  }
}
