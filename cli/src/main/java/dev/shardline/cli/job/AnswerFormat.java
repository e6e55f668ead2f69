package dev.shardline.cli.job;

/**
 * Where answers are written, and how they are read.
 *
 * @param <A> what answers a piece of work
 */
public interface AnswerFormat<A> {

  /** The topic of the answers. Its keys begin with the job's id and a slash. */
  String topic();

  /**
   * Reads one.
   *
   * @throws dev.shardline.contracts.json.InvalidMessageException if it is none
   */
  Answer<A> read(String json);
}
