package dev.shardline.cli.job;

import dev.shardline.contracts.job.JobId;

/**
 * Work that is published together, each piece at its place, and answered piece by piece.
 *
 * @param <A> what answers a piece
 */
public interface Job<A> {

  /** The job's handle, by which its answers are found again. */
  JobId id();

  /** How many pieces it has, 1 or more. */
  int size();

  /** The topic that takes its requests. */
  String requestTopic();

  /**
   * The request of one piece.
   *
   * @param place from 0 to {@link #size()} - 1
   */
  Request request(int place);

  /** How its answers are read. */
  AnswerFormat<A> answers();
}
