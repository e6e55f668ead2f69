package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.terminal.Display;
import dev.shardline.contracts.job.JobId;

/**
 * Shows to whoever sits at the terminal what is being worked on, until the job ends.
 *
 * @param <A> what answers a piece
 */
interface Watch<A> extends AutoCloseable {

  /** A piece has its answer: it is no longer worked on. */
  void answered(A answer);

  @Override
  void close();

  /** Shows nothing. */
  static <A> Watch<A> nothing() {
    return new Watch<>() {
      @Override
      public void answered(A answer) {}

      @Override
      public void close() {}
    };
  }

  /**
   * Begins to watch.
   *
   * @param <A> what answers a piece
   */
  @FunctionalInterface
  interface Start<A> {

    /** Begins before the job is published. */
    Watch<A> watch(Cluster cluster, JobId job, Display display);
  }
}
