package dev.shardline.cli.letter;

/** What becomes of a letter. */
public sealed interface Decision {

  /**
   * It is put back.
   *
   * @param redrives how often its record was brought back, this time included
   */
  record Redrive(int redrives) implements Decision {}

  /**
   * It need not be put back.
   *
   * @param why for people
   */
  record PassOver(String why) implements Decision {}

  /**
   * It cannot be put back.
   *
   * @param why for people
   */
  record Refuse(String why) implements Decision {}
}
