package dev.shardline.systemtests.work;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.Transformation;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * CPU work that keeps a core and the garbage collector busy for as many milliseconds as the number
 * says.
 */
public final class Litter implements Transformation {

  private static final int PIECE = 16 * 1024;

  /**
   * Kept for a while, so that it is copied and grows old before it is garbage: 4 MiB. Six of them
   * keep more than the young generation's survivors may be, so that the old one fills with garbage
   * too. With 16 MiB each, a worker of 256 MiB did little but collect: what it then cannot keep up
   * is the computation.
   */
  private static final int PIECES_KEPT = 250;

  @Override
  public String name() {
    return "litter";
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) throws InterruptedException {
    long end = System.nanoTime() + number * 1_000_000;
    Deque<byte[]> kept = new ArrayDeque<>();
    while (System.nanoTime() - end < 0) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      kept.add(new byte[PIECE]);
      if (kept.size() > PIECES_KEPT) {
        kept.remove();
      }
    }
    return BigInteger.valueOf(number);
  }
}
