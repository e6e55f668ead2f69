package dev.shardline.transform.partition;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Tells the group what need not be read again. */
@FunctionalInterface
interface OffsetCommits {

  /**
   * Commits.
   *
   * @param answered says of each partition the first offset that is not answered. It is asked where
   *     no rebalance can come between, since a partition may be another's after one
   * @return completes with what was committed; exceptionally if nothing was
   */
  CompletionStage<Map<Partition, Long>> commit(Supplier<Map<Partition, Long>> answered);
}
