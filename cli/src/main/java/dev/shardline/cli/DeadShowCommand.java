package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.ClusterSettings;
import dev.shardline.cli.job.InvalidInputException;
import dev.shardline.cli.letter.Letter;
import dev.shardline.cli.letter.LetterPlace;
import dev.shardline.cli.redrive.LetterScan;
import dev.shardline.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code shardline dead show}. */
@Command(
    name = "show",
    description = {
      "Prints all that is in a dead letter: the cause, and the record's own key, headers and"
          + " value.",
      "Characters that a terminal would carry out are shown as escapes such as \\u001b; what is not"
          + " UTF-8, in Base64."
    },
    exitCodeList = {
      "0:The letter was printed.",
      "2:The command line is not as expected, or no letter stands there.",
      "4:The cluster cannot be reached, lacks a topic, or refuses the client.",
      "70:A defect of shardline itself."
    })
final class DeadShowCommand implements Callable<Integer> {

  @Mixin private ClusterOptions clusterOptions = new ClusterOptions();

  @Parameters(
      paramLabel = "POSITION",
      description = "Where the letter stands, as dead list prints it, such as shards-dead-0-17.")
  private String position = "";

  private final Terminal terminal;

  DeadShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    LetterPlace place = LetterOptions.place(position);
    ClusterSettings settings = clusterOptions.settings();
    try (Cluster cluster = Cluster.connect(settings)) {
      Letter letter =
          LetterScan.at(cluster, place)
              .orElseThrow(() ->
                  new InvalidInputException(
                      place.toString(), "no letter stands there, or it was deleted by its age"));
      LetterText.of(letter).forEach(terminal.out()::println);
      terminal.out().flush();
      terminal.err().println("To put it back: " + Hint.complete("dead redrive " + place, settings));
      return ExitCode.DONE;
    }
  }
}
