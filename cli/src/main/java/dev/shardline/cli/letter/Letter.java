package dev.shardline.cli.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.requeue.Requeued;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record among the dead letters. Anything may be in it. The arrays are not copied and must not be
 * changed.
 *
 * @param position where the letter stands
 * @param key as it came
 * @param value as it came; null where it had none, or was left out
 * @param headers in order: those that the record came with, and those that say why it is dead
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: a letter is known by its position
public record Letter(
    RecordPosition position, byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {

  public Letter {
    headers = List.copyOf(headers);
  }

  /**
   * One header.
   *
   * @param name its name, which need not be unique
   * @param value its value
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Header(String name, byte @Nullable [] value) {}

  /** What its headers say of why it is dead; empty where they do not. */
  public Optional<DeadLetter> cause() {
    return DeadLetter.of(texts());
  }

  /** How often the record was brought back from the dead letters before. */
  public int redrives() {
    return Requeued.of(texts()).map(Requeued::redrives).orElse(0);
  }

  /** Whether the record had a value that was too large to be kept. */
  public boolean valueOmitted() {
    return "true".equals(texts().get(DeadLetter.VALUE_OMITTED));
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Header header : headers) {
      if (header.value() != null) {
        texts.put(header.name(), new String(header.value(), UTF_8));
      }
    }
    return texts;
  }
}
