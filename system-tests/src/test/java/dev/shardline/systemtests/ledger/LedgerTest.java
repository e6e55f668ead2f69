package dev.shardline.systemtests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final JobId JOB = JobId.create();
  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  @Test
  void aShardWithoutAnAnswerIsMissing() {
    Ledger ledger = ledger(entry("a", done(1, "x", 1)), entry("b"));

    assertThat(ledger.in()).isEqualTo(2);
    assertThat(ledger.with("DONE")).isEqualTo(1);
    assertThat(ledger.missing()).isEqualTo(1);
  }

  @Test
  void aRepeatThatSaysTheSameIsRecomputedButNotVisibleTwice() {
    Ledger ledger = ledger(entry("a", done(1, "x", 1), done(2, "x", 2)));

    assertThat(ledger.recomputed()).isEqualTo(1);
    assertThat(ledger.visibleTwice()).isZero();
  }

  @Test
  void aRepeatThatSaysSomethingElseIsVisibleTwice() {
    Ledger ledger = ledger(entry("a", done(1, "x", 1), done(2, "y", 1)));

    assertThat(ledger.visibleTwice()).isEqualTo(1);
  }

  @Test
  void anAnswerThatNobodyAskedForIsUnasked() {
    Ledger ledger = ledger(new Entry(JOB, "a", List.of(), List.of(done(1, "x", 1))));

    assertThat(ledger.in()).isZero();
    assertThat(ledger.unasked()).isEqualTo(1);
  }

  @Test
  void theLongestStallIsTheLongestTimeBetweenAnswers() {
    Ledger ledger =
        ledger(
            entry("a", done(2, "x", 1)), entry("b", done(9, "x", 1)), entry("c", done(10, "x", 1)));

    assertThat(ledger.longestStall()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aRepeatEndsNoStall() {
    Ledger ledger =
        ledger(entry("a", done(2, "x", 1), done(5, "x", 2)), entry("b", done(9, "x", 1)));

    assertThat(ledger.longestStall()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void timeWithoutWorkIsNoStall() {
    Ledger ledger =
        ledger(
            entry("a", done(1, "x", 1)),
            new Entry(
                JOB,
                "b",
                List.of(new Asked(START.plusSeconds(50), 0, 0)),
                List.of(done(53, "x", 1))));

    assertThat(ledger.longestStall()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void whatIsMissingStallsUntilTheEnd() {
    Ledger ledger = ledger(entry("a", done(1, "x", 1)), entry("b"));

    assertThat(ledger.longestStall()).isEqualTo(Duration.ofSeconds(99));
  }

  private static Ledger ledger(Entry... entries) {
    return new Ledger(List.of(entries), START.plusSeconds(100));
  }

  private static Entry entry(String key, Answer... answers) {
    return new Entry(JOB, key, List.of(new Asked(START, 0, 0)), List.of(answers));
  }

  private static Answer done(int second, String content, int attempt) {
    return new Answer(START.plusSeconds(second), "DONE", content, attempt, "worker");
  }
}
