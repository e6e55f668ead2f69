package dev.shardline.cli.job;

import static dev.shardline.contracts.Topics.SHARDS;
import static dev.shardline.contracts.Topics.SHARD_RESULTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.AnsweringWorker;
import dev.shardline.cli.Answers;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.TestCluster;
import dev.shardline.cli.shard.ShardJob;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.result.ShardResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JobRunTest {

  @Test
  void collectsOneAnswerForEachOfManyShards() throws Exception {
    ShardJob job = ShardJob.of(JobId.create(), LongStream.range(0, 3_000).boxed().toList());
    List<Integer> sent = new ArrayList<>();
    List<Answer<ShardResult>> answers = new ArrayList<>();
    JobListener<ShardResult> listener =
        new JobListener<>() {
          @Override
          public void sent(int place) {
            sent.add(place);
          }

          @Override
          public void answered(Answer<ShardResult> answer, Tally tally) {
            answers.add(answer);
            assertThat(tally.answered()).isEqualTo(answers.size());
          }
        };
    try (AnsweringWorker worker =
            AnsweringWorker.start(
                SHARDS, SHARD_RESULTS, record -> List.of(Answers.done(Answers.shard(record))));
        Cluster cluster = TestCluster.connect();
        JobRun<ShardResult> run = JobRun.open(cluster, job, listener)) {
      run.publish();
      JobReport report = run.await(Deadline.in(Duration.ofSeconds(60)));

      assertThat(report.tally()).isEqualTo(new Tally(3_000, 3_000, 0, 0));
      assertThat(report.elapsed()).isPositive();
      assertThat(sent).hasSize(3_000);
      assertThat(answers).extracting(Answer::place).doesNotHaveDuplicates().hasSize(3_000);
    }
  }

  @Test
  void reportsHowFarItIsAtTheDeadlineAndGoesOnFromThere() throws Exception {
    ShardJob job = ShardJob.of(JobId.create(), List.of(2500L));
    JobListener<ShardResult> listener = (answer, tally) -> {};
    try (Cluster cluster = TestCluster.connect();
        JobRun<ShardResult> run = JobRun.open(cluster, job, listener)) {
      run.publish();
      JobReport early = run.await(Deadline.in(Duration.ofMillis(50)));
      assertThat(early.tally()).isEqualTo(new Tally(1, 0, 0, 0));
      assertThat(early.elapsed()).isZero();

      try (AnsweringWorker worker =
          AnsweringWorker.start(
              SHARDS, SHARD_RESULTS, record -> List.of(Answers.done(Answers.shard(record))))) {
        // The same job again: a repeat has the same keys.
        JobRun.publishOnly(cluster, job);
        assertThat(run.await(Deadline.in(Duration.ofSeconds(60))).tally().complete()).isTrue();
      }
    }
  }
}
