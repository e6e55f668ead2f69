package dev.shardline.cli.letter;

import dev.shardline.contracts.job.RecordPosition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a letter stands, as people name it.
 *
 * @param topic one of {@link LetterTopics#ALL}
 * @param partition from 0
 * @param offset from 0
 */
public record LetterPlace(String topic, int partition, long offset) {

  private static final Pattern FORM =
      Pattern.compile("(" + String.join("|", LetterTopics.ALL) + ")-([0-9]{1,9})-([0-9]{1,18})");

  /** The place of a letter. */
  public static LetterPlace of(RecordPosition position) {
    return new LetterPlace(position.topic(), position.partition(), position.offset());
  }

  /** Reads {@code topic-partition-offset}; empty if it is none. */
  public static Optional<LetterPlace> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new LetterPlace(
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                Long.parseLong(matcher.group(3))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return topic + "-" + partition + "-" + offset;
  }
}
