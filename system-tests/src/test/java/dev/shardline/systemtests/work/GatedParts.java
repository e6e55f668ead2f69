package dev.shardline.systemtests.work;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.SplittableTransformation;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Work in parts, each as slow as its test wants it: a step leaves a note when it begins, as {@link
 * NotedNap} does, and is done once its gate is there, as {@link Gated} is. Both have the number of
 * the {@linkplain #part step}.
 */
public final class GatedParts implements SplittableTransformation {

  private static final long LOOK_MILLIS = 50;

  private static final int STEPS = 100;

  /** The number of a part's note and gate. */
  public static long part(long number, int place) {
    return number * STEPS + place;
  }

  /** The number of the note and gate of the step that combines the parts. */
  public static long combination(long number) {
    return number * STEPS + STEPS - 1;
  }

  @Override
  public String name() {
    return "gated-parts";
  }

  @Override
  public BigInteger apply(long number, CancellationToken token) {
    throw new UnsupportedOperationException("only in parts");
  }

  @Override
  public List<Long> divide(long number, int parts) {
    return LongStream.rangeClosed(0, parts).boxed().toList();
  }

  @Override
  public List<BigInteger> applyPart(long number, long from, long to, CancellationToken token)
      throws IOException, InterruptedException {
    pass(part(number, (int) from));
    return List.of(BigInteger.valueOf(from + 1));
  }

  @Override
  public BigInteger combine(long number, List<List<BigInteger>> partials, CancellationToken token)
      throws IOException, InterruptedException {
    pass(combination(number));
    return partials.stream().map(List::getFirst).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static void pass(long step) throws IOException, InterruptedException {
    Path directory = Path.of(System.getenv(NotedNap.DIRECTORY));
    Files.createTempFile(directory, step + "-" + ProcessHandle.current().pid() + "-", "");
    while (!Files.exists(directory.resolve("gate-" + step))) {
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
