package dev.shardline.monitor.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadLetterCausesTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final DeadLetterCauses causes = new DeadLetterCauses();

  @Test
  void areCountedByTopicAndCauseTheMostFrequentFirst() {
    causes.add("shards-dead", "ATTEMPTS", NOON, "gave up");
    causes.add("shards-dead", "INVALID_FIELD", NOON, "number: missing");
    causes.add("shards-dead", "INVALID_FIELD", NOON.plusSeconds(2), "number: too large");
    causes.add("source-requests-dead", "INVALID_FIELD", NOON, "url: missing");

    assertThat(causes.list())
        .startsWith(
            new DeadLetterCauses.Entry(
                "shards-dead", "INVALID_FIELD", 2, NOON.plusSeconds(2), "number: too large"))
        .hasSize(3);
    assertThat(causes.count("shards-dead")).isEqualTo(3);
    assertThat(causes.count("source-requests-dead")).isEqualTo(1);
    assertThat(causes.count("orders")).isZero();
  }

  @Test
  void tellOfTheLastLetterWhicheverPartitionIsReadFirst() {
    causes.add("shards-dead", "ATTEMPTS", NOON.plusSeconds(9), "the last");
    causes.add("shards-dead", "ATTEMPTS", NOON, "an earlier one");

    assertThat(causes.list())
        .containsExactly(
            new DeadLetterCauses.Entry(
                "shards-dead", "ATTEMPTS", 2, NOON.plusSeconds(9), "the last"));
  }

  @Test
  void areBoundedHoweverManyAreMadeUpAndLoseNoLetter() {
    for (int i = 0; i < 1000; i++) {
      causes.add("shards-dead", "CAUSE_" + i, NOON, "made up");
    }
    causes.add("shards-dead", "CAUSE_0", NOON, "known already");

    assertThat(causes.list()).hasSize(101);
    assertThat(causes.list().getFirst().cause()).isEqualTo("OTHER");
    assertThat(causes.list().getFirst().count()).isEqualTo(900);
    assertThat(causes.list().get(1).cause()).isEqualTo("CAUSE_0");
    assertThat(causes.count("shards-dead")).isEqualTo(1001);
  }

  @Test
  void keepTheirOrderWhereTheyAreAsFrequent() {
    for (String cause : new String[] {"C", "A", "B"}) {
      causes.add("shards-dead", cause, NOON, "once");
    }

    assertThat(causes.list())
        .extracting(DeadLetterCauses.Entry::cause)
        .containsExactly("A", "B", "C");
  }
}
