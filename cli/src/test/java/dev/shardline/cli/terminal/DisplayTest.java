package dev.shardline.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.cli.job.Tally;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

  @Test
  void showsWhatIsBeingWorkedOnAboveTheBarAndTakesItAway() {
    try (Display display = new Display(terminal(true), "Answers", 2)) {
      await().untilAsserted(() -> assertThat(err.toString()).contains("0/2"));

      display.running(List.of("a  1.0 MiB", "b  2 B"));
      awaitScreen(screen ->
          assertThat(screen)
              .hasSize(3)
              .startsWith("a  1.0 MiB", "b  2 B")
              .last()
              .asString()
              .contains("0/2"));

      display.line("one");
      display.running(List.of("b  3 B"));
      awaitScreen(screen -> assertThat(screen).hasSize(2).startsWith("b  3 B"));
    }

    assertThat(out).hasToString("one\n");
    assertThat(screen()).containsExactly("");
  }

  @Test
  void cutsWhatWouldNotFitAndEscapesWhatATerminalWouldCarryOut() {
    List<String> lines = new ArrayList<>(List.of("x".repeat(100), "\u001b[2J", "漢".repeat(60)));
    IntStream.range(0, 10).forEach(i -> lines.add("more " + i));
    try (Display display = new Display(terminal(true), "Answers", 2)) {
      display.running(lines);

      awaitScreen(screen ->
          assertThat(screen)
              .startsWith("x".repeat(79), "\\u001b[2J", "漢".repeat(39), "more 0")
              .contains("more 8", "and 1 more")
              .doesNotContain("more 9"));
    }
  }

  @Test
  void showsNothingOfItWhereNobodyWatches() {
    try (Display display = new Display(terminal(false), "Answers", 2)) {
      display.running(List.of("a  1.0 MiB"));
    }

    assertThat(err).hasToString("");
  }

  /** The bar's thread may have taken everything away, to draw it anew. */
  private void awaitScreen(Consumer<List<String>> wanted) {
    await().untilAsserted(() -> wanted.accept(screen()));
  }

  /** What a terminal that began empty shows of the standard error, by lines. */
  private List<String> screen() {
    List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    // Sequences that a display may print, each as a whole.
    Pattern token = Pattern.compile("\r\u001b\\[K|\u001b\\[A\u001b\\[K|\n|[^\r\n\u001b]+");
    token
        .matcher(err.toString())
        .results()
        .map(MatchResult::group)
        .forEach(text -> {
          switch (text) {
            case "\r\u001b[K" -> lines.getLast().setLength(0);
            case "\u001b[A\u001b[K" -> {
              assertThat(lines.removeLast()).as("erased before").isEmpty();
              lines.getLast().setLength(0);
            }
            case "\n" -> lines.add(new StringBuilder());
            default -> lines.getLast().append(text);
          }
        });
    return lines.stream().map(StringBuilder::toString).toList();
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
