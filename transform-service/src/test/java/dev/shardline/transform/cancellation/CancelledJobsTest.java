package dev.shardline.transform.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.delivery.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelledJobsTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final List<JobId> stopped = new ArrayList<>();
  private final CancelledJobs jobs = new CancelledJobs(stopped::add);
  private final JobId job = JobId.create();

  @Test
  void coverTheShardsOfTheirJobs() {
    jobs.add(job, NOW);

    assertThat(jobs.cover(shardOf(job))).isTrue();
    assertThat(jobs.cover(shardOf(JobId.create()))).isFalse();
    assertThat(jobs.cover(Records.of(1, "no JSON", List.of()))).isFalse();
    assertThat(stopped).containsExactly(job);
  }

  @Test
  void areForgottenWhenNoShardOfTheirsCanBeLeft() {
    JobId recent = JobId.create();
    jobs.add(job, NOW.minus(CancelledJobs.KEPT_FOR).minusSeconds(1));
    jobs.add(recent, NOW.minus(CancelledJobs.KEPT_FOR).plusSeconds(1));

    jobs.forgetOld(NOW);

    assertThat(jobs.contains(job)).isFalse();
    assertThat(jobs.contains(recent)).isTrue();
  }

  private static ReceivedRecord shardOf(JobId job) {
    return Records.of(1, "{\"jobId\":\"%s\",\"number\":5}".formatted(job), List.of());
  }
}
