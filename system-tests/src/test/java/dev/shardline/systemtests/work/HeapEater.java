package dev.shardline.systemtests.work;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.Transformation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Asks for more heap than there is. */
public final class HeapEater implements Transformation {

  private static final int MEBIBYTE = 1024 * 1024;

  @Override
  public String name() {
    return "heap-eater";
  }

  @Override
  @SuppressWarnings("ModifiedButNotUsed") // to be kept is all that it is for
  public BigInteger apply(long number, CancellationToken token) {
    List<byte[]> eaten = new ArrayList<>();
    while (true) {
      eaten.add(new byte[MEBIBYTE]);
    }
  }
}
