package dev.shardline.cli;

import static dev.shardline.contracts.Topics.CANCELLATIONS;
import static dev.shardline.contracts.Topics.SHARD_RESULTS;
import static dev.shardline.contracts.Topics.SOURCE_OUTCOMES;
import static dev.shardline.contracts.Topics.SOURCE_REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.TestCluster;
import dev.shardline.cli.cluster.TopicTail;
import dev.shardline.contracts.cancellation.CancellationCodec;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancelCommandTest {

  private final JobId job = JobId.create();
  private Publications published;
  private Cluster cluster;
  private TopicTail cancellations;

  @BeforeEach
  void connect() throws InterruptedException {
    published = Publications.open();
    cluster = TestCluster.connect();
    cancellations = TopicTail.fromNow(cluster, List.of(CANCELLATIONS));
  }

  @AfterEach
  void disconnect() {
    cancellations.close();
    cluster.close();
    published.close();
  }

  @Test
  void publishesACancellationOfAJobOfWhichNothingIsKnownYet() throws Exception {
    CommandRun run = CommandRun.onCluster("cancel", job.toString());

    assertThat(run.out()).isEqualTo("cancelled " + job + "\n");
    assertThat(run.err())
        .startsWith("Nothing is known of this job")
        .contains("What comes of it: ./shardline results " + job + " --follow");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(cancelled()).containsExactly(job);
  }

  @Test
  void cancelsTheShardsOfEachSourceFetchedOrNot() throws Exception {
    request("fetched");
    request("waiting");
    published.send(SOURCE_OUTCOMES, Answers.ingested(new SourceId(job, "fetched"), 2));

    CommandRun run = CommandRun.onCluster("cancel", job.toString());

    JobId fetched = new SourceId(job, "fetched").shardsJob();
    JobId waiting = new SourceId(job, "waiting").shardsJob();
    assertThat(run.out().lines())
        .containsExactlyInAnyOrder(
            "cancelled " + job,
            "cancelled " + fetched + ", the shards of fetched",
            "cancelled " + waiting + ", the shards of waiting");
    assertThat(run.err())
        .startsWith("Fetches are not cancelled. What comes of it: ./shardline verify " + job);
    assertThat(cancelled()).containsExactlyInAnyOrder(job, fetched, waiting);
  }

  @Test
  void saysSoOfAJobThatHasAllItsResults() throws Exception {
    published.send(SHARD_RESULTS, Answers.done(shard(job, 0, 1)));

    CommandRun run = CommandRun.onCluster("cancel", job.toString());

    assertThat(run.err())
        .isEqualTo("All its shards had their results before: 1 of 1 answered, 0 failed\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void waitsForTheResultsOfAllShards() throws Exception {
    published.send(SHARD_RESULTS, Answers.done(shard(job, 0, 2)));
    published.send(SHARD_RESULTS, Answers.cancelled(shard(job, 1, 2)));

    CommandRun run = CommandRun.onCluster("cancel", job.toString(), "--wait");

    assertThat(run.err()).endsWith("2 of 2 answered, 0 failed, 1 cancelled\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void waitsForTheShardsOfSourcesAndEndsWith3WhenTheTimeIsUp() throws Exception {
    request("rows");
    SourceId rows = new SourceId(job, "rows");
    published.send(SOURCE_OUTCOMES, Answers.ingested(rows, 2));
    published.send(SHARD_RESULTS, Answers.cancelled(shard(rows.shardsJob(), 0, 2)));

    CommandRun early = CommandRun.onCluster("cancel", job.toString(), "--timeout", "200ms");

    assertThat(early.err()).endsWith("Shards of rows:\n1 of 2 answered, 0 failed, 1 cancelled\n");
    assertThat(early.exitCode()).isEqualTo(ExitCode.INCOMPLETE);

    published.send(SHARD_RESULTS, Answers.cancelled(shard(rows.shardsJob(), 1, 2)));

    assertThat(CommandRun.onCluster("cancel", job.toString(), "--wait").exitCode())
        .isEqualTo(ExitCode.DONE);
  }

  private List<JobId> cancelled() throws InterruptedException {
    List<JobId> jobs = new ArrayList<>();
    // The command has ended, so its cancellations are durable.
    try (TopicTail end = TopicTail.fromNow(cluster, List.of(CANCELLATIONS))) {
      long expected =
          end.starts().values().stream().mapToLong(Long::longValue).sum()
              - cancellations.starts().values().stream().mapToLong(Long::longValue).sum();
      while (jobs.size() < expected) {
        for (var record : cancellations.poll(Duration.ofSeconds(1))) {
          byte[] value = record.value().getBytes(StandardCharsets.UTF_8);
          JobId cancelled = CancellationCodec.decode(value).job();
          assertThat(record.key()).isEqualTo(cancelled.toString());
          jobs.add(cancelled);
        }
      }
    }
    return jobs;
  }

  private void request(String source) throws Exception {
    published.send(
        SOURCE_REQUESTS,
        source,
        "{\"jobId\":\"%s\",\"source\":\"%s\",\"uri\":\"https://host/\"}".formatted(job, source));
  }

  private static Shard shard(JobId job, int index, int count) {
    return new Shard(new ShardId(job, index, count), 5, Shard.DEFAULT_TRANSFORM, Output.SUMMARY);
  }
}
