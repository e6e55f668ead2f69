package dev.shardline.systemtests.work;

import dev.shardline.contracts.shard.Shard;
import dev.shardline.transform.Transformation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One shard to be, without its place in a job.
 *
 * @param transform what computes
 * @param number with what
 * @param timeLimit how long it may be computed; null: as long as the worker allows
 */
public record Task(String transform, long number, @Nullable Duration timeLimit) {

  /** A factorial sum. */
  public static Task sum(long number) {
    return new Task(Shard.DEFAULT_TRANSFORM, number, null);
  }

  /** A nap, that is a shard of a known length. */
  public static Task nap(Duration length) {
    return new Task(Nap.NAME, length.toMillis(), null);
  }

  /** What the name of a transformation says, of a number that does not matter. */
  public static Task of(Transformation transformation) {
    return new Task(transformation.name(), 1, null);
  }

  /** CPU work of a known length. */
  public static Task spin(Duration length) {
    return new Task(Spin.NAME, length.toMillis(), null);
  }

  /** The same, but with a time limit. */
  public Task within(Duration limit) {
    return new Task(transform, number, limit);
  }
}
