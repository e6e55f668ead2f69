package dev.shardline.systemtests.work;

import dev.shardline.transform.CancellationToken;
import dev.shardline.transform.Transformation;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A nap of as many milliseconds as the number says, which leaves a note when it begins: a file in
 * the directory of the environment variable {@value #DIRECTORY}, named by number and process.
 */
public final class NotedNap implements Transformation {

  /** Where the notes go. */
  public static final String DIRECTORY = "SHARDLINE_TEST_NOTES";

  @Override
  public String name() {
    return "noted-nap";
  }

  @Override
  public BigInteger apply(long number, CancellationToken token)
      throws IOException, InterruptedException {
    Path directory = Path.of(System.getenv(DIRECTORY));
    Files.createTempFile(directory, number + "-" + ProcessHandle.current().pid() + "-", "");
    Thread.sleep(number);
    return BigInteger.valueOf(number);
  }
}
