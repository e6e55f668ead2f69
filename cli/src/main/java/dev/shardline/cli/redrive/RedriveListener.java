package dev.shardline.cli.redrive;

import dev.shardline.cli.letter.Candidate;
import dev.shardline.cli.letter.Decision;
import dev.shardline.cli.letter.LetterPlace;

/** Hears what becomes of letters. */
public interface RedriveListener {

  /** No letter that is meant stands at a place that was named. */
  void missing(LetterPlace place);

  /** What came after the letters is being read: so many records of so many. */
  void reading(long read, long of);

  /** What was decided of a letter; to put it back is not done yet. */
  void decided(Candidate letter, Decision decision);

  /**
   * A letter was put back, and is durable.
   *
   * @param done how many so far, this one included
   * @param of how many there are to be
   */
  void redriven(Candidate letter, long done, long of);

  /** A letter could not be put back after all. */
  void refused(Candidate letter, String why);
}
