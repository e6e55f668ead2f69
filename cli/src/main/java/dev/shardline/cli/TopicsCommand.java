package dev.shardline.cli;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.job.InvalidInputException;
import dev.shardline.cli.terminal.Terminal;
import dev.shardline.cli.topics.Retention;
import dev.shardline.cli.topics.Step;
import dev.shardline.cli.topics.TopicLayout;
import dev.shardline.cli.topics.TopicSetup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shardline topics}. */
@Command(
    name = "topics",
    description = {
      "Creates the topics that are missing, and checks those that are there and the share group.",
      "On a topic that is there, only settings without which a guarantee breaks are changed."
    })
final class TopicsCommand implements Callable<Integer> {

  @Mixin private ClusterOptions clusterOptions = new ClusterOptions();

  @Option(
      names = "--partitions",
      defaultValue = "" + TopicLayout.DEFAULT_PARTITIONS,
      description =
          "Of each new topic but the shards' and the dead-letter ones. Default: ${DEFAULT-VALUE}.")
  private int partitions;

  @Option(
      names = "--shard-partitions",
      paramLabel = "N",
      defaultValue = "" + TopicLayout.DEFAULT_SHARD_PARTITIONS,
      description =
          "Of the new topic of shards. One lets every idle worker have every shard; more only for"
              + " transform.consumption=partitions, or more shards than one broker can take."
              + " Default: ${DEFAULT-VALUE}.")
  private int shardPartitions;

  @Option(
      names = "--replication-factor",
      defaultValue = "" + TopicLayout.BROKER_DEFAULT_REPLICATION,
      description =
          "Of each new topic; from 3 on with min.insync.replicas=2. Default: -1, as the brokers are"
              + " configured.")
  private short replicationFactor;

  @Option(
      names = "--work-retention",
      paramLabel = "DURATION",
      defaultValue = "7d",
      converter = DurationConverter.class,
      description =
          "How long requests and shards may wait before they are lost. Default: ${DEFAULT-VALUE}.")
  private Duration work = Retention.DEFAULT.work();

  @Option(
      names = "--answer-retention",
      paramLabel = "DURATION",
      defaultValue = "30d",
      converter = DurationConverter.class,
      description = "How long a job can be looked up. Default: ${DEFAULT-VALUE}.")
  private Duration answers = Retention.DEFAULT.answers();

  @Option(
      names = "--dead-retention",
      paramLabel = "DURATION",
      defaultValue = "90d",
      converter = DurationConverter.class,
      description = "How long dead letters are kept. Default: ${DEFAULT-VALUE}.")
  private Duration dead = Retention.DEFAULT.dead();

  @Option(names = "--dry-run", description = "Print what would be done, and change nothing.")
  private boolean dryRun;

  private final Terminal terminal;

  TopicsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    TopicLayout layout = layout();
    try (Cluster cluster = Cluster.connect(clusterOptions.settings())) {
      TopicSetup setup = new TopicSetup(cluster, layout);
      List<Step> steps = dryRun ? setup.plan() : setup.establish();
      steps.forEach(terminal.out()::println);
      terminal.out().flush();
      if (dryRun) {
        terminal.err().println("Nothing was changed: this is a dry run.");
      }
      return ExitCode.DONE;
    }
  }

  private TopicLayout layout() {
    try {
      return new TopicLayout(
          partitions, shardPartitions, replicationFactor, new Retention(work, answers, dead));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("topics", String.valueOf(e.getMessage()));
    }
  }
}
