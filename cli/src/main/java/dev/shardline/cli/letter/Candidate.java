package dev.shardline.cli.letter;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.job.RecordPosition;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a letter while it is decided what becomes of it: all but its key, its value and
 * its headers, which may be large.
 *
 * @param place where the letter stands
 * @param written the letter's timestamp
 * @param cause why it is dead; null where it does not say
 * @param redrives how often its record was brought back before
 * @param valueOmitted whether its value was left out
 */
public record Candidate(
    LetterPlace place,
    Instant written,
    @Nullable DeadLetter cause,
    int redrives,
    boolean valueOmitted) {

  private static final int LONGEST_MESSAGE = 500;

  /** What is to be kept of a letter. */
  public static Candidate of(Letter letter) {
    return new Candidate(
        LetterPlace.of(letter.position()),
        letter.position().timestamp(),
        letter.cause().map(Candidate::brief).orElse(null),
        letter.redrives(),
        letter.valueOmitted());
  }

  private static DeadLetter brief(DeadLetter cause) {
    String message = cause.failure().message();
    return message.length() <= LONGEST_MESSAGE
        ? cause
        : new DeadLetter(
            cause.id(),
            cause.origin(),
            new Failure(cause.failure().reason(), message.substring(0, LONGEST_MESSAGE) + "..."),
            cause.attempts(),
            cause.at(),
            cause.worker());
  }

  /** Where its record stood at first, by which its copies are known; empty where it is unknown. */
  Optional<String> origin() {
    return Optional.ofNullable(cause).map(DeadLetter::origin).map(RecordPosition::toString);
  }

  /** Whether this is a later death of the same record than another. */
  boolean follows(Candidate other) {
    if (redrives != other.redrives) {
      return redrives > other.redrives;
    }
    boolean samePartition =
        place.topic().equals(other.place.topic()) && place.partition() == other.place.partition();
    return samePartition ? place.offset() > other.place.offset() : written.isAfter(other.written);
  }
}
