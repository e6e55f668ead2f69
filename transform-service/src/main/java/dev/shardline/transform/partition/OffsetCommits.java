package dev.shardline.transform.partition;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Tells the group what need not be read again. */
@FunctionalInterface
interface OffsetCommits {

  /**
   * Commits.
   *
   * @param offsets of each partition the first that is not answered
   * @return completes once they are committed; exceptionally if they are not
   */
  CompletionStage<Void> commit(Map<Partition, Long> offsets);
}
