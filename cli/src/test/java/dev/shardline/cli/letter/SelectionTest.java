package dev.shardline.cli.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private final Letter letter = Letters.letter(17, 42, 0);
  private final Letter unknown = Letters.letter(18, Map.of());

  @Test
  void takesAllWhereNothingIsAskedFor() {
    assertThat(selection(Set.of(), Instant.EPOCH, Set.of()).matches(letter)).isTrue();
    assertThat(selection(Set.of(), Instant.EPOCH, Set.of()).matches(unknown)).isTrue();
  }

  @Test
  void takesTheCausesThatAreAskedFor() {
    Set<Reason> causes = Set.of(Reason.DEADLINE, Reason.TIMEOUT);

    assertThat(selection(causes, Instant.EPOCH, Set.of()).matches(letter)).isTrue();
    assertThat(selection(Set.of(Reason.TIMEOUT), Instant.EPOCH, Set.of()).matches(letter))
        .isFalse();
    assertThat(selection(causes, Instant.EPOCH, Set.of()).matches(unknown)).isFalse();
  }

  @Test
  void takesWhatWasGivenUpAtTheTimeOrLater() {
    assertThat(selection(Set.of(), Letters.DEAD_AT, Set.of()).matches(letter)).isTrue();
    assertThat(selection(Set.of(), Letters.DEAD_AT.plusMillis(1), Set.of()).matches(letter))
        .isFalse();
    assertThat(selection(Set.of(), Letters.DEAD_AT.plusSeconds(1), Set.of()).matches(unknown))
        .isFalse();
  }

  @Test
  void takesThePlacesThatAreNamed() {
    Set<LetterPlace> places = Set.of(LetterPlace.parse("shards-dead-0-17").orElseThrow());

    assertThat(selection(Set.of(), Instant.EPOCH, places).matches(letter)).isTrue();
    assertThat(selection(Set.of(), Instant.EPOCH, places).matches(unknown)).isFalse();
    assertThat(selection(Set.of(Reason.TIMEOUT), Instant.EPOCH, places).matches(letter)).isFalse();
  }

  @Test
  void readsPlacesOfTheTopicsOfDeadLettersAndOfNoOther() {
    assertThat(LetterPlace.parse("source-requests-dead-3-0"))
        .contains(new LetterPlace("source-requests-dead", 3, 0));
    assertThat(LetterPlace.parse("shards-0-17")).isEmpty();
    assertThat(LetterPlace.parse("shards-dead-17")).isEmpty();
    assertThat(LetterPlace.parse("shards-dead-0--1")).isEmpty();
    assertThat(LetterPlace.parse("shards-dead-0-99999999999999999999")).isEmpty();
  }

  private static Selection selection(Set<Reason> causes, Instant since, Set<LetterPlace> places) {
    return new Selection(LetterTopics.ALL, causes, since, places);
  }
}
