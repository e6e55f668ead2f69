package dev.shardline.cli;

import dev.shardline.cli.letter.Candidate;
import dev.shardline.cli.terminal.Printable;
import dev.shardline.contracts.failure.DeadLetter;

/** A dead letter on one line. */
final class LetterLine {

  private static final int LONGEST_MESSAGE = 160;

  /** Of a longer message its end: what to do stands there. */
  private static final int END_OF_LONG_MESSAGE = 60;

  private static final String LEFT_OUT = " ... ";

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
    if (text.length() <= LONGEST_MESSAGE) {
      return text;
    }
    int beginning = LONGEST_MESSAGE - LEFT_OUT.length() - END_OF_LONG_MESSAGE;
    return text.substring(0, beginning)
        + LEFT_OUT
        + text.substring(text.length() - END_OF_LONG_MESSAGE);
  }
}
