package dev.shardline.cli.job;

/**
 * Hears how a job goes on, in the thread that submits it or waits for it.
 *
 * @param <A> what answers a piece
 */
public interface JobListener<A> {

  /** A request was handed to the producer. */
  default void sent(int place) {}

  /**
   * A piece has its answer: once for each, in the order of arrival.
   *
   * @param tally how far the job is with it
   */
  void answered(Answer<A> answer, Tally tally);

  /**
   * A record stands under the job's key that is no answer; it is passed over.
   *
   * @param position {@code topic-partition-offset}
   * @param problem what is wrong with it
   */
  default void unreadable(String position, String problem) {}
}
