package dev.shardline.systemtests.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.systemtests.ledger.Answer;
import dev.shardline.systemtests.ledger.Ledger;
import dev.shardline.systemtests.ledger.Settlement;
import dev.shardline.systemtests.ledger.VerifyCommand;
import dev.shardline.systemtests.work.NumberSource;
import dev.shardline.systemtests.work.Submission;
import dev.shardline.systemtests.work.Task;
import dev.shardline.systemtests.work.Thrower;
import dev.shardline.systemtests.work.Workload;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every request gets exactly one visible outcome, every shard exactly one visible result. */
@ExtendWith(SharedStage.class)
class EveryRequestGetsExactlyOneVisibleOutcomeIT {

  @Test
  void shardsThatCanAndShardsThatCannotBeComputedAreAnsweredOnce(Stage stage) throws Exception {
    JobId job =
        stage.submit(
            Task.sum(2500),
            new Task("no-such-transform", 1, null),
            Task.sum(Long.MAX_VALUE),
            Task.of(new Thrower()),
            Task.sum(0));

    Ledger ledger = stage.settle(job, 5);

    assertThat(ledger.with("DONE")).isEqualTo(2);
    assertThat(ledger.entries())
        .flatExtracting(entry -> entry.answers().stream().map(Answer::content).toList())
        .contains(Reason.UNKNOWN_TRANSFORM, Reason.NUMBER_TOO_LARGE, Reason.TRANSFORM_FAILED);
  }

  @Test
  void aJobThatIsPublishedTwiceIsVisibleOnce(Stage stage) throws Exception {
    List<Task> tasks = Workload.tiny(50);
    JobId job = stage.submit(tasks);

    Submission.shards(stage.fleet().bootstrapServers(), job, tasks);

    Ledger ledger = stage.settle(job, 50);
    assertThat(ledger.entries()).allSatisfy(entry -> assertThat(entry.asked()).hasSize(2));
  }

  @Test
  void aSourceHasOneOutcomeAndItsRowsOneResultEach(Stage stage) throws Exception {
    try (NumberSource source = NumberSource.complete(40)) {
      SourceId request = Submission.source(stage.fleet().bootstrapServers(), source.uri());

      Ledger ledger =
          new Settlement(stage.fleet().bootstrapServers(), stage.reader()).of(request, 40);

      assertThat(ledger.in()).as("its request and its rows").isEqualTo(41);
      assertThat(ledger.with("DONE")).isEqualTo(41);
      assertThat(ledger.visibleTwice()).isZero();
      VerifyCommand verify = stage.verify(request.job());
      assertThat(verify.exitCode()).as("%s%n%s", verify.out(), verify.err()).isZero();
      assertThat(verify.sources("done")).isEqualTo(1);
      assertThat(verify.shards("done")).isEqualTo(40);
    }
  }

  @Test
  void aSourceThatIsNotThereHasOneOutcomeToo(Stage stage) throws Exception {
    URI nowhere = URI.create("ftp://127.0.0.1/numbers");
    SourceId request = Submission.source(stage.fleet().bootstrapServers(), nowhere);

    Ledger ledger = new Settlement(stage.fleet().bootstrapServers(), stage.reader()).of(request, 0);

    assertThat(ledger.in()).isEqualTo(1);
    assertThat(ledger.entries().getFirst().answers())
        .singleElement()
        .extracting(Answer::content)
        .isEqualTo(Reason.UNSUPPORTED_SCHEME);
    VerifyCommand verify = stage.verify(request.job());
    assertThat(verify.exitCode()).as("%s%n%s", verify.out(), verify.err()).isZero();
    assertThat(verify.sources("failed")).isEqualTo(1);
  }
}
