package dev.shardline.systemtests.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import dev.shardline.systemtests.fleet.Fleet;
import dev.shardline.systemtests.ledger.Ledger;
import dev.shardline.systemtests.ledger.LedgerReader;
import dev.shardline.systemtests.ledger.Settlement;
import dev.shardline.systemtests.ledger.VerifyCommand;
import dev.shardline.systemtests.work.Submission;
import dev.shardline.systemtests.work.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where guarantees are tried.
 *
 * @param fleet the processes
 * @param reader the independent reader
 */
record Stage(Fleet fleet, LedgerReader reader) {

  /** Publishes a job. */
  JobId submit(Task... tasks) throws InterruptedException {
    return submit(List.of(tasks));
  }

  /** Publishes a job. */
  JobId submit(List<Task> tasks) throws InterruptedException {
    return Submission.shards(fleet.bootstrapServers(), tasks);
  }

  /**
   * The ledger of a job of so many shards, once it is over: held against the independent reader and
   * against {@code shardline verify}, nothing is missing and nothing visible twice.
   */
  Ledger settle(JobId job, int shards) throws Exception {
    Ledger ledger = new Settlement(fleet.bootstrapServers(), reader).of(job, shards);
    assertThat(ledger.in()).as("in: %s", ledger).isEqualTo(shards);
    assertThat(ledger.missing()).as("missing: %s", ledger).isZero();
    assertThat(ledger.visibleTwice()).as("visible twice: %s", ledger).isZero();
    agrees(verify(job), ledger);
    return ledger;
  }

  /** What {@code shardline verify} says of a job. */
  VerifyCommand verify(JobId job) throws Exception {
    Path directory = Files.createDirectories(fleet.directory().resolve("command"));
    return VerifyCommand.of(directory, fleet.bootstrapServers(), job);
  }

  private static void agrees(VerifyCommand verify, Ledger ledger) {
    assertThat(verify.exitCode()).as("%s%n%s", verify.out(), verify.err()).isZero();
    assertThat(verify.shards("in")).as("verify: in").isEqualTo(ledger.in());
    assertThat(verify.shards("done")).as("verify: done").isEqualTo(ledger.with("DONE"));
    assertThat(verify.shards("failed")).as("verify: failed").isEqualTo(ledger.with("FAILED"));
    assertThat(verify.shards("missing")).as("verify: missing").isZero();
    assertThat(verify.shards("visibleTwice")).as("verify: visible twice").isZero();
  }
}
