package dev.shardline.ingest.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.Fetch;
import dev.shardline.contracts.source.RawObject;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.tracing.TraceContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeteredOutcomesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T00:00:05Z");
  private static final Fetch FETCH = new Fetch(2, Duration.ofMillis(30), NOW, NOW);

  private final List<String> counted = new ArrayList<>();
  private final SourceMeter meter = new RecordingMeter(counted);

  @Test
  void countsAnIngestedSource() {
    new MeteredOutcomes((_, _) -> {}, meter, 1).publish(ingested(42, false), TraceContext.NONE);

    assertThat(counted).containsExactly("published", "tried crm 2 PT0.03S", "ingested crm 42");
  }

  @Test
  void countsNoBytesOfABodyThatWasThereBefore() {
    new MeteredOutcomes((_, _) -> {}, meter, 1).publish(ingested(42, true), TraceContext.NONE);

    assertThat(counted).containsExactly("published", "tried crm 2 PT0.03S", "ingested crm 0");
  }

  @Test
  void countsNoAttemptOfARequestThatWasRefusedBeforeTheFirst() {
    new MeteredOutcomes((_, _) -> {}, meter, 1)
        .publish(
            failed("crm", "UNKNOWN_SECRET", new Fetch(0, Duration.ZERO, NOW, NOW)),
            TraceContext.NONE);

    assertThat(counted).containsExactly("published", "failed crm UNKNOWN_SECRET");
  }

  @Test
  void countsNoMoreSourcesAndReasonsApartThanThereMayBe() {
    MeteredOutcomes outcomes = new MeteredOutcomes((_, _) -> {}, meter, 2);
    for (int i = 0; i < 100; i++) {
      outcomes.publish(failed("source-" + i, "REASON_" + i, FETCH), TraceContext.NONE);
    }

    assertThat(counted.stream().filter(line -> line.startsWith("failed")))
        .startsWith("failed source-0 REASON_0", "failed source-1 REASON_1", "failed other REASON_2")
        .contains("failed other REASON_63", "failed other OTHER")
        .doesNotContain("failed other REASON_64")
        .hasSize(100);
  }

  @Test
  void countsNothingThatIsNotDurable() {
    MeteredOutcomes outcomes =
        new MeteredOutcomes(
            (_, _) -> {
              throw new IllegalStateException("no broker");
            },
            meter,
            1);

    assertThatThrownBy(() -> outcomes.publish(ingested(42, false), TraceContext.NONE))
        .hasMessage("no broker");
    assertThat(counted).isEmpty();
  }

  private static SourceOutcome ingested(long bytes, boolean unchanged) {
    RawObject object = new RawObject(URI.create("file:///a"), bytes, "0".repeat(64), 1, unchanged);
    return new SourceOutcome.Ingested(new SourceId(JobId.create(), "crm"), object, 0, 0, FETCH);
  }

  private static SourceOutcome failed(String source, String reason, Fetch fetch) {
    return new SourceOutcome.Failed(
        new SourceId(JobId.create(), source), new Failure(new Reason(reason), "message"), fetch);
  }

  private record RecordingMeter(List<String> counted) implements SourceMeter {

    @Override
    public void tried(String source, int attempts, Duration lastFetch) {
      counted.add("tried " + source + " " + attempts + " " + lastFetch);
    }

    @Override
    public void published(Duration took) {
      assertThat(took).isGreaterThanOrEqualTo(Duration.ZERO);
      counted.add("published");
    }

    @Override
    public void ingested(String source, long bytes) {
      counted.add("ingested " + source + " " + bytes);
    }

    @Override
    public void failed(String source, String reason) {
      counted.add("failed " + source + " " + reason);
    }
  }
}
