package dev.shardline.cli.redrive;

import dev.shardline.cli.letter.Letter;

/** Hears of letters, one after the other. */
@FunctionalInterface
public interface LetterReader {

  /** One letter. */
  void read(Letter letter) throws InterruptedException;
}
