package dev.shardline.cli;

import static dev.shardline.contracts.Topics.SHARDS;
import static dev.shardline.contracts.Topics.SHARD_RESULTS;
import static dev.shardline.contracts.Topics.SOURCE_OUTCOMES;
import static dev.shardline.contracts.Topics.SOURCE_REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.TestCluster;
import dev.shardline.cli.job.Request;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultsCommandTest {

  private final JobId job = JobId.create();
  private Cluster cluster;
  private Producer<String, String> services;

  @BeforeEach
  void connect() throws InterruptedException {
    cluster = TestCluster.connect();
    services = cluster.producer();
  }

  @AfterEach
  void disconnect() {
    services.close();
    cluster.close();
  }

  @Test
  void printsACompleteJobFromTheIdAlone() throws Exception {
    answer(SHARD_RESULTS, Answers.done(shard(1, 2600)));
    answer(SHARD_RESULTS, Answers.done(shard(0, 2500)));

    CommandRun run = CommandRun.onCluster("results", job.toString());

    assertThat(run.out().lines())
        .containsExactly(
            "Input 2500 -> Result length: 7408 digits", "Input 2600 -> Result length: 7749 digits");
    assertThat(run.err()).isEqualTo("2 of 2 answered, 0 failed\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void letsTheLastOfTwoResultsStandAndEndsWith1ForAFailure() throws Exception {
    answer(SHARD_RESULTS, Answers.done(shard(0, 2500)));
    answer(SHARD_RESULTS, Answers.done(shard(1, 2600)));
    answer(SHARD_RESULTS, Answers.failed(shard(1, 2600)));

    CommandRun run = CommandRun.onCluster("results", job.toString());

    assertThat(run.out().lines())
        .containsExactly(
            "Input 2500 -> Result length: 7408 digits",
            "Input 2600 -> FAILED [NUMBER_TOO_LARGE] the maximum is 10");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void saysHowMuchIsThereOfAnIncompleteJob() throws Exception {
    answer(SHARD_RESULTS, Answers.done(shard(1, 2600)));

    CommandRun run = CommandRun.onCluster("results", job.toString());

    assertThat(run.out()).isEqualTo("Input 2600 -> Result length: 7749 digits\n");
    assertThat(run.err())
        .contains("1 of 2 answered", "Wait for the rest with: ./shardline results " + job);
    assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void tellsOfAJobWhoseShardsWaitForTheirFirstResult() throws Exception {
    answer(
        SHARDS,
        new Request(job + "/1", "{\"jobId\": \"" + job + "\", \"index\": 1, \"number\": 5}"));

    CommandRun run = CommandRun.onCluster("results", job.toString());

    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("0 of 2 answered", "Wait for the rest with: ./shardline results " + job);
    assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void passesOverRecordsUnderItsKeyThatAreNoAnswers() throws Exception {
    answer(SHARD_RESULTS, new Request(job + "/0", "not JSON"));
    answer(SOURCE_OUTCOMES, new Request(job + "/a", "{}"));
    answer(SOURCE_REQUESTS, new Request("a", "[]"));
    answer(SHARD_RESULTS, Answers.done(shard(0, 2500)));
    answer(SHARD_RESULTS, Answers.done(shard(1, 2600)));

    CommandRun run = CommandRun.onCluster("results", job.toString());

    assertThat(run.out()).hasLineCount(2);
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void saysThatNothingIsKnown() {
    CommandRun run = CommandRun.onCluster("results", job.toString());

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Nothing is known of this job");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void waitsForTheRestWhenAsked() throws Exception {
    answer(SHARD_RESULTS, Answers.done(shard(1, 2600)));
    CompletableFuture<CommandRun> waiting =
        CompletableFuture.supplyAsync(
            () -> CommandRun.onCluster("results", job.toString(), "--follow"));

    answer(SHARD_RESULTS, Answers.done(shard(0, 2500)));

    CommandRun run = waiting.get(60, TimeUnit.SECONDS);
    assertThat(run.out().lines())
        .containsExactly(
            "Input 2500 -> Result length: 7408 digits", "Input 2600 -> Result length: 7749 digits");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void printsWhatIsThereWhenTheTimeIsUp() throws Exception {
    answer(SHARD_RESULTS, Answers.done(shard(1, 2600)));

    CommandRun run = CommandRun.onCluster("results", job.toString(), "--timeout", "200ms");

    assertThat(run.out()).isEqualTo("Input 2600 -> Result length: 7749 digits\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void findsAJobThatWasSubmittedWithoutWaiting() throws Exception {
    try (AnsweringWorker worker =
        AnsweringWorker.start(
            SHARDS, SHARD_RESULTS, record -> List.of(Answers.done(Answers.shard(record))))) {
      String submitted = CommandRun.onCluster("submit", "2500", "2700", "--no-wait").out().strip();

      CommandRun run = CommandRun.onCluster("results", submitted, "--timeout", "60s", "--json");

      assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(run.out().lines())
          .hasSize(2)
          .allSatisfy(line -> assertThat(line).startsWith("{\"jobId\":\"" + submitted + "\""));
    }
  }

  private Shard shard(int index, long number) {
    return new Shard(new ShardId(job, index, 2), number, Shard.DEFAULT_TRANSFORM, Output.SUMMARY);
  }

  private void answer(String topic, Request answer) throws Exception {
    services
        .send(new ProducerRecord<>(topic, answer.key(), answer.json()))
        .get(30, TimeUnit.SECONDS);
  }
}
