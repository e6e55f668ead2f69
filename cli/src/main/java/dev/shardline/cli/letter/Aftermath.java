package dev.shardline.cli.letter;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.json.InvalidMessageException;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceOutcomeCodec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came after letters, as the topics tell it: later letters of the same records, copies that
 * were put back, answers. A copy is known by the origin and the count of redrives in its headers,
 * and needs no clock. Not thread-safe.
 */
public final class Aftermath {

  private static final String FAILED = "FAILED";

  private final Map<String, Candidate> lastLetters = new HashMap<>();
  private final Map<String, Integer> redrives = new HashMap<>();
  private final Map<String, String> answers = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  /** A letter, selected or not. All are to be told before copies and answers. */
  public void letter(Candidate letter) {
    letter
        .origin()
        .ifPresent(origin -> {
          lastLetters.merge(origin, letter, (one, two) -> two.follows(one) ? two : one);
          redrives.merge(origin, letter.redrives(), Math::max);
          ids.add(Objects.requireNonNull(letter.cause()).id());
        });
  }

  /** The headers of a record on a topic of origins. */
  public void copy(Map<String, String> headers) {
    Requeued.of(headers)
        .ifPresent(copy -> {
          String origin = copy.origin().toString();
          if (lastLetters.containsKey(origin)) {
            redrives.merge(origin, copy.redrives(), Math::max);
          }
        });
  }

  /**
   * A record on a topic of answers. A failure is what the letter itself led to, so it settles
   * nothing; what is no answer settles nothing either.
   */
  public void answer(String topic, String key, byte[] value) {
    if (!ids.contains(key)) {
      return;
    }
    try {
      String status =
          topic.equals(Topics.SHARD_RESULTS)
              ? status(ShardResultCodec.decode(value))
              : status(SourceOutcomeCodec.decode(value));
      answers.put(key, status);
    } catch (InvalidMessageException e) {
      // Passed over, as everybody does who looks for answers.
    }
  }

  /**
   * What becomes of a letter.
   *
   * @param maxRedrives how often a record may be brought back, 1 or more
   * @param again whether also if it was brought back or answered since
   */
  public Decision decide(Candidate letter, int maxRedrives, boolean again) {
    @Nullable DeadLetter cause = letter.cause();
    if (cause == null) {
      return new Decision.Refuse("its headers do not say where it came from");
    }
    String allowed = LetterTopics.originOf(letter.place().topic());
    if (!cause.origin().topic().equals(allowed)) {
      return new Decision.Refuse(
          "its headers say that it came from "
              + cause.origin().topic()
              + "; a letter of "
              + letter.place().topic()
              + " goes to "
              + allowed
              + " and nowhere else");
    }
    if (letter.valueOmitted()) {
      return new Decision.Refuse("its value was too large to be kept: publish it anew");
    }
    int before = redrivesOf(cause.origin());
    Optional<String> settled = again ? laterLetter(letter) : settled(letter, cause);
    if (settled.isPresent()) {
      return new Decision.PassOver(settled.get());
    }
    return before >= maxRedrives
        ? new Decision.Refuse(
            "it was redriven %d times, and --max-redrives is %d".formatted(before, maxRedrives))
        : new Decision.Redrive(before + 1);
  }

  private Optional<String> settled(Candidate letter, DeadLetter cause) {
    return laterLetter(letter)
        .or(() ->
            Optional.ofNullable(answers.get(cause.id()))
                .filter(status -> !status.equals(FAILED))
                .map(status -> "answered since: " + status))
        .or(() ->
            redrivesOf(cause.origin()) > letter.redrives()
                ? Optional.of("redriven before")
                : Optional.empty());
  }

  private Optional<String> laterLetter(Candidate letter) {
    return letter
        .origin()
        .map(lastLetters::get)
        .filter(last -> !last.place().equals(letter.place()))
        .map(last -> "its record died again: " + last.place());
  }

  private static String status(ShardResult result) {
    return switch (result) {
      case ShardResult.Done done -> "DONE";
      case ShardResult.Failed failed -> FAILED;
      case ShardResult.Cancelled cancelled -> "CANCELLED";
    };
  }

  private static String status(SourceOutcome outcome) {
    return switch (outcome) {
      case SourceOutcome.Ingested ingested -> "INGESTED";
      case SourceOutcome.Failed failed -> FAILED;
    };
  }

  private int redrivesOf(RecordPosition origin) {
    return redrives.getOrDefault(origin.toString(), 0);
  }
}
