package dev.shardline.cli.job;

import static dev.shardline.contracts.Topics.SHARDS;
import static dev.shardline.contracts.Topics.SHARD_RESULTS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.cli.AnsweringWorker;
import dev.shardline.cli.Answers;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.TestCluster;
import dev.shardline.cli.shard.ShardJob;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.tracing.RecordingTraces;
import dev.shardline.tracing.Traces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
        JobRun.publishOnly(cluster, job, Traces.off());
        assertThat(run.await(Deadline.in(Duration.ofSeconds(60))).tally().complete()).isTrue();
      }
    }
  }

  @Test
  void itsRequestsAreOneSpanAndCarryIt() throws Exception {
    ShardJob job = ShardJob.of(JobId.create(), List.of(1L, 2L, 3L));
    RecordingTraces traces = new RecordingTraces();
    Queue<String> carried = new ConcurrentLinkedQueue<>();
    try (AnsweringWorker worker =
            AnsweringWorker.start(
                SHARDS,
                SHARD_RESULTS,
                record -> {
                  if (record.key().startsWith(job.id().toString())) {
                    carried.add(
                        new String(record.headers().lastHeader("traceparent").value(), UTF_8));
                  }
                  return List.of(Answers.done(Answers.shard(record)));
                });
        Cluster cluster = TestCluster.connect();
        JobRun<ShardResult> run = JobRun.open(cluster, job, (answer, tally) -> {}, traces)) {
      run.publish();
      assertThat(traces.span("send shards").hasEnded()).isTrue();

      run.await(Deadline.in(Duration.ofSeconds(60)));
    }

    assertThat(carried).containsExactly("send shards", "send shards", "send shards");
    assertThat(traces.span("send shards").attributes())
        .containsEntry("count", "3")
        .containsEntry("shardline.job.id", job.id().toString());
  }

  @Test
  void withoutTracesItsRequestsCarryNothing() throws Exception {
    ShardJob job = ShardJob.of(JobId.create(), List.of(1L));
    Queue<Integer> headers = new ConcurrentLinkedQueue<>();
    try (AnsweringWorker worker =
            AnsweringWorker.start(
                SHARDS,
                SHARD_RESULTS,
                record -> {
                  if (record.key().startsWith(job.id().toString())) {
                    headers.add(record.headers().toArray().length);
                  }
                  return List.of(Answers.done(Answers.shard(record)));
                });
        Cluster cluster = TestCluster.connect();
        JobRun<ShardResult> run = JobRun.open(cluster, job, (answer, tally) -> {})) {
      run.publish();
      run.await(Deadline.in(Duration.ofSeconds(60)));
    }

    assertThat(headers).containsExactly(0);
  }
}
