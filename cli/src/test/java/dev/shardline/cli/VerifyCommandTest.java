package dev.shardline.cli;

import static dev.shardline.contracts.Topics.SHARDS;
import static dev.shardline.contracts.Topics.SHARDS_DEAD;
import static dev.shardline.contracts.Topics.SHARD_RESULTS;
import static dev.shardline.contracts.Topics.SOURCE_OUTCOMES;
import static dev.shardline.contracts.Topics.SOURCE_REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.job.Request;
import dev.shardline.cli.shard.ShardJob;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyCommandTest {

  private final JobId job = JobId.create();
  private Publications published;

  @BeforeEach
  void connect() throws InterruptedException {
    published = Publications.open();
  }

  @AfterEach
  void disconnect() {
    published.close();
  }

  @Test
  void endsWith0WhereEveryShardHasItsResult() throws Exception {
    shards(2);
    result(0, Answers::done);
    result(1, Answers::done);

    CommandRun run = CommandRun.onCluster("verify", job.toString());

    assertThat(run.out().lines())
        .containsExactly(
            "                               shards      sources",
            "in                                  2            0",
            "done                                2            0",
            "failed                              0            0",
            "cancelled                           0            0",
            "missing                             0            0",
            "visible twice                       0            0",
            "computed more than once             0            0",
            "answered, not in                    0            0",
            "announced, not in                   0            0",
            "failed, no dead letter              0            0");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void endsWith3AndNamesTheShardThatIsMissing() throws Exception {
    shards(3);
    result(0, Answers::done);
    result(2, Answers::done);

    CommandRun run = CommandRun.onCluster("verify", job.toString(), "--json", "--list");

    assertThat(run.out())
        .isEqualTo(
            "{\"shards\":{\"in\":3,\"done\":2,\"failed\":0,\"cancelled\":0,\"missing\":1,"
                + "\"visibleTwice\":0,\"recomputed\":0,\"unasked\":0,\"unpublished\":0,"
                + "\"failedWithoutLetter\":0,\"ids\":{\"missing\":[\""
                + job
                + "/1\"]}},\"sources\":{\"in\":0,\"done\":0,\"failed\":0,\"cancelled\":0,"
                + "\"missing\":0,\"visibleTwice\":0,\"recomputed\":0,\"unasked\":0,"
                + "\"unpublished\":0,\"failedWithoutLetter\":0}}\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void endsWith1WhereTwoResultsContradictEachOther() throws Exception {
    shards(2);
    result(0, Answers::done);
    result(0, Answers::cancelled);
    result(1, Answers::done);
    result(1, Answers::done);

    CommandRun run = CommandRun.onCluster("verify", job.toString(), "--list");

    assertThat(run.out())
        .contains("visible twice: " + job + "/0\n", "computed more than once: " + job + "/1\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void wantsADeadLetterForAFailure() throws Exception {
    shards(1);
    result(0, Answers::failed);
    assertThat(CommandRun.onCluster("verify", job.toString()).exitCode())
        .isEqualTo(ExitCode.FAILED);

    Shard shard = shard(0);
    published.send(
        SHARDS_DEAD,
        shard.id().key(),
        "as it came",
        Answers.deadLetter(shard.id().key(), position()).headers());

    assertThat(CommandRun.onCluster("verify", job.toString()).exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void knowsARedrivenShardAsOneThatMayBeAnsweredOnceMore() throws Exception {
    shards(1);
    result(0, Answers::failed);
    Request again = ShardJob.of(job, List.of(5L)).request(0);
    published.send(SHARDS, again.key(), again.json(), new Requeued(position(), 0, 0, 1).headers());
    result(0, Answers::done);

    CommandRun run = CommandRun.onCluster("verify", job.toString(), "--json");

    assertThat(run.out()).contains("\"in\":1,\"done\":1,\"failed\":0", "\"visibleTwice\":0");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void verifiesTheShardsOfAJobOfSourcesToo() throws Exception {
    SourceId source = new SourceId(job, "rows");
    published.send(
        SOURCE_REQUESTS,
        "rows",
        "{\"jobId\":\"%s\",\"source\":\"rows\",\"uri\":\"https://host/\"}".formatted(job));
    published.send(SOURCE_OUTCOMES, Answers.ingested(source, 3));
    ShardJob rows = ShardJob.of(source.shardsJob(), List.of(5L, 6L));
    published.send(SHARDS, rows.request(0));
    published.send(SHARDS, rows.request(1));
    for (int index = 0; index < 2; index++) {
      published.send(
          SHARD_RESULTS,
          Answers.done(
              new Shard(
                  new ShardId(rows.id(), index, 3), 5, Shard.DEFAULT_TRANSFORM, Output.SUMMARY)));
    }

    CommandRun run = CommandRun.onCluster("verify", job.toString(), "--json", "--list");

    assertThat(run.out())
        .contains(
            "{\"shards\":{\"in\":2,\"done\":2,",
            "\"unpublished\":1,",
            "\"ids\":{\"unpublished\":[\"" + rows.id() + "\"]}",
            "\"sources\":{\"in\":1,\"done\":1,");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void takesAllJobsSinceATime() throws Exception {
    // Later than now, as the topics also hold what other tests have just written.
    Instant since = Instant.now().plus(Duration.ofMinutes(45));
    JobId later = JobId.derived(since.plusSeconds(1), UUID.randomUUID().toString());
    JobId earlier = JobId.derived(since.minusSeconds(60), UUID.randomUUID().toString());
    for (JobId each : List.of(earlier, later)) {
      Request request = ShardJob.of(each, List.of(5L)).request(0);
      published.sendAt(each.time(), SHARDS, request);
    }
    Shard answered =
        new Shard(new ShardId(earlier, 0, 1), 5, Shard.DEFAULT_TRANSFORM, Output.SUMMARY);
    published.sendAt(since.plusSeconds(2), SHARD_RESULTS, Answers.done(answered));

    CommandRun run =
        CommandRun.onCluster(
            "verify", "--since", since.toString(), "--clock-skew", "1s", "--json", "--list");

    assertThat(run.out())
        .startsWith("{\"shards\":{\"in\":1,\"done\":0,\"failed\":0,\"cancelled\":0,\"missing\":1,")
        .contains("\"unasked\":0,", "\"ids\":{\"missing\":[\"" + later + "/0\"]}");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void tellsOfWhatStandsUnderTheKeysOfTheJobAndAnswersNothing() throws Exception {
    shards(1);
    published.send(SHARD_RESULTS, job + "/0", "not JSON");

    CommandRun run = CommandRun.onCluster("verify", job.toString());

    assertThat(run.err()).isEqualTo("Passed over among the answers, as they answer nothing: 1\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
  }

  @Test
  void saysThatNothingIsIn() {
    CommandRun run = CommandRun.onCluster("verify", job.toString());

    assertThat(run.err()).contains("Nothing is in: no shard and no source request was found.");
    assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
  }

  private void shards(int count) throws Exception {
    ShardJob all = ShardJob.of(job, Collections.nCopies(count, 5L));
    for (int place = 0; place < count; place++) {
      published.send(SHARDS, all.request(place));
    }
  }

  private void result(int index, Function<Shard, Request> answer) throws Exception {
    published.send(SHARD_RESULTS, answer.apply(shard(index)));
  }

  private Shard shard(int index) {
    return new Shard(
        new ShardId(job, index, index + 1), 5, Shard.DEFAULT_TRANSFORM, Output.SUMMARY);
  }

  private static RecordPosition position() {
    return new RecordPosition(SHARDS, 0, 0, Instant.EPOCH);
  }
}
