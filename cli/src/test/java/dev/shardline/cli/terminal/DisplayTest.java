package dev.shardline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.cli.job.Tally;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DisplayTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void drawsNoBarWhereNobodyWatches() {
    try (Display display = new Display(terminal(false), "Answers", 2)) {
      display.progress(new Tally(2, 1, 0, 0));
      display.line("one");
      display.note("a note");
    }

    assertThat(out).hasToString("one\n");
    assertThat(err).hasToString("a note\n");
  }

  @Test
  void drawsTheBarOnStandardErrorAndTakesItAwayForEachLine() {
    try (Display display = new Display(terminal(true), "Answers", 2)) {
      await().untilAsserted(() -> assertThat(err.toString()).contains("Answers", "0/2"));

      display.line("one");
      display.progress(new Tally(2, 1, 1, 0));
      await().untilAsserted(() -> assertThat(err.toString()).contains("2/2", "1 failed"));
    }

    assertThat(out).hasToString("one\n");
    assertThat(err.toString()).endsWith("\r\u001b[K").doesNotContain("\n");
  }

  private Terminal terminal(boolean watched) {
    return new Terminal(
        new BufferedReader(Reader.nullReader()),
        new PrintWriter(out),
        new PrintWriter(err),
        () -> false,
        () -> watched);
  }
}
