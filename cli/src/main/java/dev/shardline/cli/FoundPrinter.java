package dev.shardline.cli;

import dev.shardline.cli.job.Answer;
import dev.shardline.cli.lookup.FoundAnswers;
import dev.shardline.cli.lookup.FoundJob;
import dev.shardline.cli.shard.ResultLine;
import dev.shardline.cli.source.OutcomeLine;
import dev.shardline.cli.terminal.Display;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints a job that was looked up, each answer once and in order. */
final class FoundPrinter {

  private final Display display;
  private final boolean json;
  private int next;

  FoundPrinter(Display display, boolean json) {
    this.display = display;
    this.json = json;
  }

  /** Prints what is there without a gap before it; to be called again when more is there. */
  void printInOrder(FoundJob found) {
    switch (found) {
      case FoundJob.Nothing nothing -> {}
      case FoundJob.Shards shards -> printInOrder(shards.answers(), ResultLine::of);
      case FoundJob.Sources sources -> printInOrder(sources.answers(), OutcomeLine::of);
    }
    display.progress(found.tally());
  }

  /** Prints what was not printed yet, over the gaps: no more will come. */
  void printRest(FoundJob found) {
    switch (found) {
      case FoundJob.Nothing nothing -> {}
      case FoundJob.Shards shards -> printRest(shards.answers(), ResultLine::of);
      case FoundJob.Sources sources -> printRest(sources.answers(), OutcomeLine::of);
    }
  }

  private <A> void printInOrder(FoundAnswers<A> answers, Function<A, String> line) {
    @Nullable Answer<A> answer = answers.at(next);
    while (answer != null) {
      print(answer, line);
      next++;
      answer = answers.at(next);
    }
  }

  private <A> void printRest(FoundAnswers<A> answers, Function<A, String> line) {
    answers.from(next).forEach(answer -> print(answer, line));
  }

  private <A> void print(Answer<A> answer, Function<A, String> line) {
    display.line(json ? answer.jsonLine() : line.apply(answer.message()));
  }
}
