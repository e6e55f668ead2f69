package dev.shardline.cli;

import dev.shardline.cli.letter.Candidate;
import dev.shardline.cli.letter.Decision;
import dev.shardline.cli.letter.LetterPlace;
import dev.shardline.cli.redrive.RedriveListener;
import dev.shardline.cli.terminal.Display;
import dev.shardline.cli.terminal.Printable;
import dev.shardline.contracts.failure.DeadLetter;

/** Tells what becomes of dead letters: a line for each that is redriven or refused, and counts. */
final class RedrivePrinter implements RedriveListener {

  private final Display display;
  private final boolean dryRun;
  private long redriven;
  private long passedOver;
  private long refused;

  /**
   * @param dryRun whether nothing will be put back: then what would be, and what would be passed
   *     over, has a line too
   */
  RedrivePrinter(Display display, boolean dryRun) {
    this.display = display;
    this.dryRun = dryRun;
  }

  @Override
  public void missing(LetterPlace place) {
    refuse(place.toString(), "no letter that is selected stands there");
  }

  @Override
  public void reading(long read, long of) {
    display.progress(read, of);
  }

  @Override
  public void decided(Candidate letter, Decision decision) {
    switch (decision) {
      case Decision.Redrive redrive -> {
        if (dryRun) {
          redriven++;
          display.line("would redrive " + told(letter));
        }
      }
      case Decision.PassOver passOver -> {
        passedOver++;
        if (dryRun) {
          display.line("would pass over " + told(letter) + ": " + passOver.why());
        }
      }
      case Decision.Refuse refuse -> refuse(told(letter), refuse.why());
    }
  }

  @Override
  public void redriven(Candidate letter, long done, long of) {
    redriven = done;
    display.line("redriven " + told(letter));
    display.progress(done, of);
  }

  @Override
  public void refused(Candidate letter, String why) {
    refuse(told(letter), why);
  }

  boolean anyRefused() {
    return refused > 0;
  }

  void summary() {
    display.note(
        redriven
            + (dryRun ? " to be redriven, " : " redriven, ")
            + passedOver
            + " passed over, "
            + refused
            + " refused."
            + (dryRun ? " Nothing was changed: this is a dry run." : ""));
  }

  private void refuse(String letter, String why) {
    refused++;
    display.line("refused " + letter + ": " + Printable.of(why));
  }

  private static String told(Candidate letter) {
    DeadLetter cause = letter.cause();
    return cause == null
        ? letter.place().toString()
        : letter.place() + "  " + Printable.of(cause.id());
  }
}
