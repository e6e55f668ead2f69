package dev.shardline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsCommandTest {

  @Test
  void tellsEachTopicAndTheShareGroupOnALine() {
    CommandRun run = CommandRun.onCluster("topics", "--partitions", "3");

    assertThat(run.out().lines())
        .containsExactly(
            "keep   topic source-requests",
            "keep   topic source-outcomes",
            "keep   topic shards",
            "keep   topic shard-results",
            "keep   topic cancellations",
            "keep   topic shards-retry",
            "keep   topic shard-attempts",
            "keep   topic source-progress",
            "keep   topic worker-status",
            "keep   topic source-requests-dead",
            "keep   topic shards-dead",
            "keep   share group shardline-transform");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void saysThatADryRunChangedNothing() {
    CommandRun run = CommandRun.onCluster("topics", "--dry-run");

    assertThat(run.out()).contains("keep   topic shard-results: it has partitions=3, not 8");
    assertThat(run.err()).isEqualTo("Nothing was changed: this is a dry run.\n");
  }
}
