package dev.shardline.lag;

import java.util.List;

/** Reads the lag of groups. Implementations are for one thread at a time. */
@FunctionalInterface
public interface LagReader {

  /**
   * Reads.
   *
   * @param groups of different names
   * @throws ClusterAwayException if the cluster does not answer
   * @throws InterruptedException if the thread is interrupted
   */
  LagReading read(List<WatchedGroup> groups) throws InterruptedException;
}
