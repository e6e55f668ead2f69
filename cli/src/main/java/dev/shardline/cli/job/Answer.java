package dev.shardline.cli.job;

/**
 * What came back for one piece of a job.
 *
 * @param place the piece's place in its job, from 0
 * @param message what became of it
 * @param ending how it ended
 * @param json the message as it stands in the topic
 */
public record Answer<A>(int place, A message, Ending ending, String json) {

  /** The same answer at another place. */
  public Answer<A> at(int otherPlace) {
    return new Answer<>(otherPlace, message, ending, json);
  }

  /** The message on one line. In JSON, line breaks can only stand between tokens. */
  public String jsonLine() {
    return json.replace('\n', ' ').replace('\r', ' ');
  }
}
