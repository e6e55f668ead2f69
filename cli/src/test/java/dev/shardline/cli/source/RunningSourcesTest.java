package dev.shardline.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.SourceProgress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunningSourcesTest {

  private static final JobId JOB = JobId.create();

  private long now = 42;
  private final RunningSources sources = new RunningSources(() -> now);

  @Test
  void tellsNameBytesAndRateOfEachOnALine() {
    sources.progressed(progress("customers", 1, 999, 0));
    sources.progressed(progress("orders", 1, 12L << 20, 4_300_000));
    sources.progressed(progress("archive", 1, 5L << 40, 1024));

    assertThat(sources.lines())
        .containsExactly(
            "customers  999 B  0 B/s",
            "orders  12.0 MiB  4.1 MiB/s",
            "archive  5.0 TiB  1.0 KiB/s");
  }

  @Test
  void tellsTheLatestAtTheSamePlaceAndTheAttemptAfterTheFirst() {
    sources.progressed(progress("a", 1, 2048, 1024));
    sources.progressed(progress("b", 1, 1, 1));
    sources.progressed(progress("a", 2, 100, 50));

    assertThat(sources.lines()).containsExactly("a  100 B  50 B/s  attempt 2", "b  1 B  1 B/s");
  }

  @Test
  void forgetsThoseThatEndedAlsoIfAMessageComesLate() {
    sources.progressed(progress("a", 1, 100, 50));
    sources.progressed(progress("b", 1, 100, 50));

    sources.ended("a");
    sources.progressed(progress("a", 1, 200, 50));

    assertThat(sources.lines()).containsExactly("b  100 B  50 B/s");
  }

  @Test
  void tellsForHowLongNothingCameInsteadOfARateOfThePast() {
    sources.progressed(progress("a", 1, 100, 50));

    now += Duration.ofMillis(4_999).toNanos();
    assertThat(sources.lines()).containsExactly("a  100 B  50 B/s");
    now += Duration.ofSeconds(7).toNanos();
    assertThat(sources.lines()).containsExactly("a  100 B  nothing for 11 s");
  }

  private static SourceProgress progress(
      String source, int attempt, long bytes, long bytesPerSecond) {
    return new SourceProgress(
        new SourceId(JOB, source), attempt, bytes, bytesPerSecond, Instant.EPOCH);
  }
}
