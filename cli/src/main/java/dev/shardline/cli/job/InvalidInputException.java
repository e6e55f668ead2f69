package dev.shardline.cli.job;

/** What was given to be worked on is not as expected; the message names where it stands. */
public final class InvalidInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param where the argument or line
   * @param problem what was expected, and what was there
   */
  public InvalidInputException(String where, String problem) {
    super(where + ": " + problem);
  }
}
