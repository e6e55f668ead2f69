package dev.shardline.cli.ledger;

import static dev.shardline.cli.ledger.Figure.CANCELLED;
import static dev.shardline.cli.ledger.Figure.DONE;
import static dev.shardline.cli.ledger.Figure.FAILED;
import static dev.shardline.cli.ledger.Figure.FAILED_WITHOUT_LETTER;
import static dev.shardline.cli.ledger.Figure.IN;
import static dev.shardline.cli.ledger.Figure.MISSING;
import static dev.shardline.cli.ledger.Figure.RECOMPUTED;
import static dev.shardline.cli.ledger.Figure.UNASKED;
import static dev.shardline.cli.ledger.Figure.UNPUBLISHED;
import static dev.shardline.cli.ledger.Figure.VISIBLE_TWICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final Verdict VALUE = new Verdict(Status.DONE, 1);
  private static final Verdict OTHER_VALUE = new Verdict(Status.DONE, 2);
  private static final Verdict FAILURE = new Verdict(Status.FAILED, 1);
  private static final Verdict OTHER_FAILURE = new Verdict(Status.FAILED, 2);
  private static final Verdict CANCELLATION = new Verdict(Status.CANCELLED, 0);

  private final JobId job = JobId.create();
  private final Ledger ledger = new Ledger(job.time(), (of, place) -> of + "/" + place);

  @Test
  void setsEachPieceAgainstItsLastAnswer() {
    for (int place = 0; place < 5; place++) {
      ledger.asked(job, place, false);
    }
    ledger.answered(job, 0, VALUE);
    ledger.answered(job, 1, VALUE);
    ledger.answered(job, 2, FAILURE);
    ledger.buried(job, 2);
    ledger.answered(job, 3, CANCELLATION);

    assertThat(figures())
        .isEqualTo(Map.of(IN, 5L, DONE, 2L, FAILED, 1L, CANCELLED, 1L, MISSING, 1L));
    assertThat(ledger.behind(MISSING, 10)).containsExactly(job + "/4");
  }

  @Test
  void countsACopyOfARequestOnce() {
    ledger.asked(job, 0, false);
    ledger.asked(job, 0, false);

    assertThat(figures()).isEqualTo(Map.of(IN, 1L, MISSING, 1L));
  }

  @Test
  void tellsTheSameAnswerTwiceFromAnotherOne() {
    answered(0, VALUE, VALUE, VALUE);
    answered(1, VALUE, OTHER_VALUE);
    answered(2, VALUE, CANCELLATION);
    answered(3, VALUE);

    assertThat(figures())
        .containsEntry(RECOMPUTED, 1L)
        .containsEntry(VISIBLE_TWICE, 2L)
        .containsEntry(DONE, 3L);
    assertThat(ledger.behind(RECOMPUTED, 10)).containsExactly(job + "/0");
    assertThat(ledger.behind(VISIBLE_TWICE, 10)).containsExactly(job + "/1", job + "/2");
  }

  @Test
  void takesWhatFollowsAFailureForTrueOnlyAfterARedrive() {
    answered(0, FAILURE, VALUE);
    ledger.asked(job, 0, true);
    answered(1, FAILURE, OTHER_FAILURE);
    ledger.asked(job, 1, true);
    answered(2, FAILURE, FAILURE);
    ledger.asked(job, 2, true);

    assertThat(figures()).doesNotContainKeys(VISIBLE_TWICE, RECOMPUTED);

    answered(3, FAILURE, VALUE);
    answered(4, FAILURE, OTHER_FAILURE);
    answered(5, FAILURE, FAILURE);

    assertThat(ledger.behind(VISIBLE_TWICE, 10)).containsExactly(job + "/3", job + "/4");
    assertThat(ledger.behind(RECOMPUTED, 10)).containsExactly(job + "/5");
  }

  @Test
  void letsEachRedriveExcuseOneAnswer() {
    ledger.asked(job, 0, true);
    answered(0, FAILURE, FAILURE, VALUE);
    ledger.asked(job, 1, true);
    answered(1, FAILURE, VALUE, OTHER_VALUE);

    assertThat(ledger.behind(RECOMPUTED, 10)).containsExactly(job + "/0");
    assertThat(ledger.behind(VISIBLE_TWICE, 10)).containsExactly(job + "/1");
  }

  @Test
  void takesAnAnswerUnderAnotherKeyForNone() {
    ledger.asked(job, 0, false);
    ledger.answeredElsewhere(job, 0);
    answered(1, VALUE);
    ledger.answeredElsewhere(job, 1);

    assertThat(figures()).isEqualTo(Map.of(IN, 2L, DONE, 1L, MISSING, 1L, VISIBLE_TWICE, 1L));
    assertThat(ledger.behind(VISIBLE_TWICE, 10)).containsExactly(job + "/1");
  }

  @Test
  void wantsADeadLetterForEachFailureThatWasAskedFor() {
    answered(0, FAILURE);
    ledger.answered(job, 1, FAILURE);

    assertThat(figures())
        .isEqualTo(Map.of(IN, 1L, FAILED, 1L, FAILED_WITHOUT_LETTER, 1L, UNASKED, 1L));
  }

  @Test
  void saysNothingOfAnAnswerWhoseRequestMayBeOlder() {
    JobId older = JobId.derived(job.time().minus(Duration.ofMillis(1)), "older");
    ledger.answered(older, 0, VALUE);
    ledger.answered(older, 0, OTHER_VALUE);
    ledger.announced(older, 5);

    assertThat(figures()).isEmpty();
  }

  @Test
  void missesWhatASourceAnnouncedAndNobodyPublished() {
    ledger.announced(job, 4);
    ledger.asked(job, 0, false);
    ledger.answered(job, 1, FAILURE);
    ledger.buried(job, 2);

    assertThat(figures()).containsEntry(UNPUBLISHED, 2L);
    assertThat(ledger.behind(UNPUBLISHED, 10)).containsExactly(job.toString());
  }

  @Test
  void namesNoMoreThanAskedFor() {
    for (int place = 0; place < 100; place++) {
      ledger.asked(job, place, false);
    }

    assertThat(ledger.behind(MISSING, 3)).containsExactly(job + "/0", job + "/1", job + "/2");
    assertThat(Statement.of(ledger, 0).ids()).isEmpty();
    assertThat(Statement.of(ledger, 3).ids().get(MISSING)).hasSize(3);
  }

  private void answered(int place, Verdict... verdicts) {
    ledger.asked(job, place, false);
    for (Verdict verdict : verdicts) {
      ledger.answered(job, place, verdict);
    }
  }

  private Map<Figure, Long> figures() {
    Map<Figure, Long> figures = new TreeMap<>(ledger.figures());
    figures.values().removeIf(count -> count == 0);
    return figures;
  }
}
