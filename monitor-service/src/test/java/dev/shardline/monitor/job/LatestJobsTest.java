package dev.shardline.monitor.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LatestJobsTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final LatestJobs jobs = new LatestJobs();
  private final JobId job = job(0);

  @Test
  void countEachPartOnceHoweverOftenItIsAnswered() {
    shard(job, 0, Answer.DONE, NOON);
    shard(job, 0, Answer.DONE, NOON.plusSeconds(1));
    shard(job, 1, Answer.FAILED, NOON.plusSeconds(2));
    shard(job, 1, Answer.FAILED, NOON.plusSeconds(3));
    shard(job, 2, Answer.CANCELLED, NOON.plusSeconds(4));

    assertThat(jobs.list())
        .containsExactly(
            new JobProgress(job, "shards", NOON.plusSeconds(4), OptionalLong.of(4), 1, 1, 1));
  }

  @Test
  void takeThePartForWhatItWasAnsweredLast() {
    shard(job, 0, Answer.CANCELLED, NOON);
    shard(job, 0, Answer.DONE, NOON.plusSeconds(1));

    JobProgress progress = jobs.list().getFirst();
    assertThat(progress.done()).isEqualTo(1);
    assertThat(progress.cancelled()).isZero();
  }

  @Test
  void doNotInventATotalThatNoAnswerTells() {
    jobs.answered(job, "sources", "crm", Answer.DONE, OptionalLong.empty(), NOON);

    assertThat(jobs.list().getFirst().total()).isEmpty();
  }

  @Test
  void tellTheShardsOfAJobFromItsSources() {
    shard(job, 0, Answer.DONE, NOON);
    jobs.answered(job, "sources", "crm", Answer.FAILED, OptionalLong.empty(), NOON);

    assertThat(jobs.list())
        .extracting(JobProgress::kind)
        .containsExactlyInAnyOrder("shards", "sources");
  }

  @Test
  void areFiftyAtMostTheOneAnsweredToLastFirst() {
    for (int i = 0; i < 60; i++) {
      shard(job(i), 0, Answer.DONE, NOON.plusSeconds(i));
    }
    shard(job(20), 1, Answer.DONE, NOON.plusSeconds(100));

    List<JobId> ids = jobs.list().stream().map(JobProgress::job).toList();
    assertThat(ids).hasSize(50).startsWith(job(20), job(59), job(58)).doesNotContain(job(9));
  }

  @Test
  void areTheLatestWhicheverPartitionIsReadFirst() {
    for (int i = 59; i >= 0; i--) {
      shard(job(i), 0, Answer.DONE, NOON.plusSeconds(i));
    }

    List<JobId> ids = jobs.list().stream().map(JobProgress::job).toList();
    assertThat(ids).hasSize(50).startsWith(job(59), job(58)).endsWith(job(10));
  }

  private void shard(JobId of, int index, Answer answer, Instant at) {
    jobs.answered(of, "shards", index, answer, OptionalLong.of(4), at);
  }

  private static JobId job(int number) {
    return JobId.derived(NOON, "job " + number);
  }
}
