package dev.shardline.contracts.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceIdTest {

  private static final JobId JOB = JobId.parse("01a207af-ee9b-7c3d-9a5e-6f7081920a1b");

  @Test
  void isKeyedByJobAndSource() {
    assertThat(new SourceId(JOB, "customer_api").key())
        .isEqualTo("01a207af-ee9b-7c3d-9a5e-6f7081920a1b/customer_api");
  }

  @Test
  void alwaysHasTheSameJobForItsShards() {
    assertThat(new SourceId(JOB, "customer_api").shardsJob())
        .hasToString("01a207af-ee9b-7247-aeeb-02cb0959dc5d");
  }

  @Test
  void hasAJobForItsShardsThatNoOtherSourceHas() {
    JobId shardsJob = new SourceId(JOB, "customer_api").shardsJob();

    assertThat(shardsJob)
        .isNotEqualTo(JOB)
        .isNotEqualTo(new SourceId(JOB, "order_api").shardsJob())
        .isNotEqualTo(new SourceId(shardsJob, "customer_api").shardsJob());
    assertThat(shardsJob.time()).isEqualTo(JOB.time());
  }
}
