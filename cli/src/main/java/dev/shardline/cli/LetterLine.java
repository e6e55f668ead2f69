package dev.shardline.cli;

import dev.shardline.cli.letter.Candidate;
import dev.shardline.cli.terminal.Printable;
import dev.shardline.contracts.failure.DeadLetter;

/** A dead letter on one line. */
final class LetterLine {

  private static final int LONGEST_MESSAGE = 100;

  private LetterLine() {}

  static String of(Candidate letter) {
    DeadLetter cause = letter.cause();
    if (cause == null) {
      return letter.place() + "  " + letter.written() + "  its headers do not say why it is dead";
    }
    return letter.place()
        + "  "
        + cause.at()
        + "  "
        + cause.failure().reason()
        + "  "
        + cause.attempts()
        + (cause.attempts() == 1 ? " attempt  " : " attempts  ")
        + Printable.of(cause.id())
        + "  "
        + shortened(Printable.of(cause.failure().message()));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE - 3) + "...";
  }
}
