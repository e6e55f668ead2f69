package dev.shardline.systemtests.work;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.Transformation;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A shard as slow as its test wants it: done once the file {@code gate-NUMBER} is in the directory
 * of the environment variable {@value NotedNap#DIRECTORY}.
 */
public final class Gated implements Transformation {

  private static final long LOOK_MILLIS = 50;

  @Override
  public String name() {
    return "gated";
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) throws InterruptedException {
    Path gate = Path.of(System.getenv(NotedNap.DIRECTORY), "gate-" + number);
    while (!Files.exists(gate)) {
      Thread.sleep(LOOK_MILLIS);
    }
    return BigInteger.valueOf(number);
  }
}
