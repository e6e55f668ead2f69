package dev.shardline.ingest.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.SourceProgress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressMeterTest {

  private static final Instant START = Instant.parse("2026-11-23T09:15:00Z");
  private static final SourceId ID = new SourceId(JobId.create(), "slow");

  private final List<SourceProgress> told = new ArrayList<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private Instant now = START;

  @Test
  void tellsTheBytesSoFarAndTheRateSinceItToldThemLast() throws IOException {
    OutputStream measured = around(Duration.ofSeconds(1), body);

    writeAt(measured, 400, 1000);
    writeAt(measured, 2000, 3000);
    writeAt(measured, 2500, 600);
    writeAt(measured, 3000, 400);

    assertThat(told)
        .containsExactly(
            new SourceProgress(ID, 2, 4000, 2000, START.plusMillis(2000)),
            new SourceProgress(ID, 2, 5000, 1000, START.plusMillis(3000)));
    assertThat(body.size()).isEqualTo(5000);
  }

  @Test
  void countsSingleBytesToo() throws IOException {
    OutputStream measured = around(Duration.ofSeconds(1), body);

    measured.write('a');
    now = START.plusSeconds(1);
    measured.write('b');

    assertThat(told).containsExactly(new SourceProgress(ID, 2, 2, 2, now));
    assertThat(body).hasToString("ab");
  }

  @Test
  void tellsNothingOfAFetchShorterThanTheInterval() throws IOException {
    OutputStream measured = around(Duration.ofSeconds(1), body);

    writeAt(measured, 999, 1000);
    measured.flush();
    measured.close();

    assertThat(told).isEmpty();
  }

  @Test
  void tellsNothingAtAllAtAnIntervalOfZero() throws IOException {
    OutputStream measured = around(Duration.ZERO, body);

    writeAt(measured, 3_600_000, 1000);

    assertThat(told).isEmpty();
    assertThat(body.size()).isEqualTo(1000);
  }

  @Test
  void goesOnTellingAfterTheClockWasSetBack() throws IOException {
    OutputStream measured = around(Duration.ofSeconds(1), body);

    writeAt(measured, -3_600_000, 1000);
    writeAt(measured, -3_598_000, 1000);

    assertThat(told).extracting(SourceProgress::bytes).containsExactly(2000L);
  }

  @Test
  void doesNotCountWhatCouldNotBeWritten() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("the store failed");
          }
        };
    OutputStream measured = around(Duration.ofSeconds(1), broken);

    assertThatThrownBy(() -> writeAt(measured, 2000, 1))
        .isInstanceOf(IOException.class)
        .hasMessage("the store failed");
    assertThat(told).isEmpty();
  }

  private OutputStream around(Duration interval, OutputStream out) {
    return new ProgressMeter(told::add, interval, () -> now).around(out, ID, 2);
  }

  private void writeAt(OutputStream out, long millis, int length) throws IOException {
    now = START.plusMillis(millis);
    out.write(new byte[length]);
  }
}
