package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.InvalidInputException;
import dev.shardline.cli.letter.Candidate;
import dev.shardline.cli.letter.LetterJson;
import dev.shardline.cli.letter.Selection;
import dev.shardline.cli.redrive.LetterScan;
import dev.shardline.cli.terminal.Terminal;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shardline dead list}. */
@Command(
    name = "list",
    description = {
      "Prints a line for each dead letter, the oldest of a partition first: where it stands, when"
          + " it was given up, the cause, the attempts, the id of the shard or source, and what was"
          + " wrong.",
      "Characters that a terminal would carry out are shown as escapes such as \\u001b."
    },
    exitCodeList = {
      "0:What is there was printed.",
      "2:The command line is not as expected.",
      "4:The cluster cannot be reached, lacks a topic, or refuses the client.",
      "70:A defect of shardline itself.",
      "130:Interrupted by Ctrl-C."
    })
final class DeadListCommand implements Callable<Integer> {

  @Mixin private ClusterOptions clusterOptions = new ClusterOptions();
  @Mixin private LetterOptions letterOptions = new LetterOptions();

  @Option(names = "--json", description = "Print each as one JSON object, in ASCII.")
  private boolean json;

  @Option(names = "--limit", paramLabel = "N", description = "Print at most so many. Default: all.")
  private int limit = Integer.MAX_VALUE;

  private final Terminal terminal;

  DeadListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (limit < 1) {
      throw new InvalidInputException("--limit", "expected 1 or above, was " + limit);
    }
    Selection selection = letterOptions.selection(Set.of());
    AtomicLong found = new AtomicLong();
    try (Cluster cluster = Cluster.connect(clusterOptions.settings())) {
      LetterScan.read(
          cluster,
          selection.topics(),
          selection.since(),
          letter -> {
            if (selection.matches(letter) && found.incrementAndGet() <= limit) {
              Candidate candidate = Candidate.of(letter);
              terminal.out().println(json ? LetterJson.of(candidate) : LetterLine.of(candidate));
            }
          });
    }
    terminal.out().flush();
    long more = found.get() - limit;
    terminal
        .err()
        .println(found.get() + " dead letters" + (more > 0 ? ", " + more + " not shown." : "."));
    return ExitCode.DONE;
  }
}
