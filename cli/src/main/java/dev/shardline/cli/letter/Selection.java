package dev.shardline.cli.letter;

import dev.shardline.contracts.failure.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Which letters are meant.
 *
 * @param topics of {@link LetterTopics#ALL}
 * @param causes any of these; empty: any
 * @param since given up at this time or later
 * @param places any of these; empty: anywhere
 */
public record Selection(
    List<String> topics, Set<Reason> causes, Instant since, Set<LetterPlace> places) {

  public Selection {
    topics = List.copyOf(topics);
    causes = Set.copyOf(causes);
    places = Set.copyOf(places);
  }

  /** Whether a letter is meant. One that does not say why and when it died has no cause. */
  public boolean matches(Letter letter) {
    if (!places.isEmpty() && !places.contains(LetterPlace.of(letter.position()))) {
      return false;
    }
    return letter
        .cause()
        .map(cause ->
            !cause.at().isBefore(since)
                && (causes.isEmpty() || causes.contains(cause.failure().reason())))
        .orElseGet(() -> causes.isEmpty() && !letter.position().timestamp().isBefore(since));
  }
}
