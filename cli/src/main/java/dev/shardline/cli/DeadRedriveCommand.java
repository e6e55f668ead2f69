package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.InvalidInputException;
import dev.shardline.cli.letter.Selection;
import dev.shardline.cli.redrive.Redrive;
import dev.shardline.cli.redrive.RedriveSettings;
import dev.shardline.cli.redrive.RedriveTakenOverException;
import dev.shardline.cli.terminal.Display;
import dev.shardline.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code shardline dead redrive}. */
@Command(
    name = "redrive",
    description = {
      "Puts dead letters back on the topic that they came from, shards or source-requests and no"
          + " other, with their own key, value and headers, and the ids that they had. Each begins"
          + " its attempts anew, and carries in its headers how often it was redriven.",
      "A letter is passed over if the topics show that it was redriven before (a copy of it, or a"
          + " later letter of the same record) or that it was answered since (done, cancelled). So"
          + " the same command may be run again, also after it was killed: a letter counts as"
          + " redriven once its copy is durable. Of several people who redrive at a time on one"
          + " cluster, the last to begin goes on, and the others end with 3 before they put back"
          + " anything more. This holds for as long as the topics keep the copies and answers (7"
          + " and 30 days unless told otherwise); where a command is killed in the middle of a"
          + " batch of up to 100, workers may meet shards of it twice, which gives the same results"
          + " under the same keys.",
      "Needs the right to use the transactional id shardline-redrive."
    },
    exitCodeList = {
      "0:All that was selected is redriven, or needs not to be.",
      "1:Some of it cannot be redriven; each is told with the reason.",
      "2:The command line is not as expected; nothing was published.",
      "3:Somebody else has begun to redrive; what was told as redriven is durable.",
      "4:The cluster cannot be reached, lacks a topic, or refuses the client.",
      "70:A defect of shardline itself.",
      "130:Interrupted by Ctrl-C; what was told as redriven is durable."
    })
final class DeadRedriveCommand implements Callable<Integer> {

  @Mixin private ClusterOptions clusterOptions = new ClusterOptions();
  @Mixin private LetterOptions letterOptions = new LetterOptions();

  @Parameters(
      paramLabel = "POSITION",
      arity = "0..*",
      description =
          "Only the letters that stand here, as dead list prints it, such as shards-dead-0-17.")
  private List<String> positions = List.of();

  @Option(
      names = "--dry-run",
      description = "Print what would become of each letter, and change nothing.")
  private boolean dryRun;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Redrive at most so many, the oldest first. Default: all.")
  private int limit = RedriveSettings.ALL;

  @Option(
      names = "--max-redrives",
      paramLabel = "N",
      defaultValue = "" + RedriveSettings.DEFAULT_MAX_REDRIVES,
      description =
          "Refuse what was redriven so often already: it would go round for ever. Default:"
              + " ${DEFAULT-VALUE}.")
  private int maxRedrives = RedriveSettings.DEFAULT_MAX_REDRIVES;

  @Option(
      names = "--again",
      description =
          "Also what was redriven before or answered since; of several letters of one record, the"
              + " last one.")
  private boolean again;

  private final Terminal terminal;

  DeadRedriveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Selection selection =
        letterOptions.selection(
            positions.stream().map(LetterOptions::place).collect(Collectors.toSet()));
    RedriveSettings settings = settings();
    try (Cluster cluster = Cluster.connect(clusterOptions.settings());
        Display display = new Display(terminal, "Letters", 0)) {
      RedrivePrinter printer = new RedrivePrinter(display, dryRun);
      try {
        new Redrive(cluster, selection, settings, printer).run();
      } catch (RedriveTakenOverException e) {
        printer.summary();
        display.note(
            "Stopped: " + e.getMessage() + ". To redrive what it leaves, run the command again.");
        return ExitCode.INCOMPLETE;
      }
      printer.summary();
      return printer.anyRefused() ? ExitCode.FAILED : ExitCode.DONE;
    }
  }

  private RedriveSettings settings() {
    try {
      return new RedriveSettings(limit, maxRedrives, again, dryRun);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("redrive", String.valueOf(e.getMessage()));
    }
  }
}
