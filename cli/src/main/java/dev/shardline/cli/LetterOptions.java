package dev.shardline.cli;

import dev.shardline.cli.job.InvalidInputException;
import dev.shardline.cli.letter.LetterPlace;
import dev.shardline.cli.letter.LetterTopics;
import dev.shardline.cli.letter.Selection;
import dev.shardline.contracts.failure.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select dead letters. */
final class LetterOptions {

  @Option(
      names = "--cause",
      paramLabel = "REASON",
      split = ",",
      description = "Only those with one of these causes, such as DEADLINE,ATTEMPTS_EXHAUSTED.")
  private List<String> causes = List.of();

  @Option(
      names = "--topic",
      paramLabel = "shards-dead|source-requests-dead",
      description = "Only those of this topic. Default: both.")
  private @Nullable String topic;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = SinceConverter.class,
      description =
          "Only those given up at this time or later: how long ago, such as 10m, or a time such as"
              + " 2026-11-23T09:15:00Z.")
  private Instant since = Instant.EPOCH;

  /**
   * What was given.
   *
   * @param places that the letters have to be at; empty: anywhere
   * @throws InvalidInputException if a cause or the topic is none
   */
  Selection selection(Set<LetterPlace> places) {
    return new Selection(
        topics(),
        causes.stream().map(LetterOptions::reason).collect(Collectors.toSet()),
        since,
        places);
  }

  /**
   * Reads a letter's place.
   *
   * @throws InvalidInputException if it is none
   */
  static LetterPlace place(String text) {
    return LetterPlace.parse(text)
        .orElseThrow(() ->
            new InvalidInputException(
                "POSITION",
                "expected where the letter stands, such as shards-dead-0-17, was \""
                    + text
                    + "\""));
  }

  private List<String> topics() {
    if (topic == null) {
      return LetterTopics.ALL;
    }
    if (!LetterTopics.ALL.contains(topic)) {
      throw new InvalidInputException(
          "--topic",
          "expected " + String.join(" or ", LetterTopics.ALL) + ", was \"" + topic + "\"");
    }
    return List.of(topic);
  }

  private static Reason reason(String code) {
    try {
      return new Reason(code.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "--cause", "expected codes such as DEADLINE, was \"" + code + "\"");
    }
  }
}
