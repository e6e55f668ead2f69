package dev.shardline.cli.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.job.OriginHeaders;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.requeue.Requeued;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The headers of a record that comes back from the dead letters. */
public final class Redriven {

  /** What died with the record, or is told anew. */
  private static final Set<String> REPLACED =
      Set.of(
          DeadLetter.ID,
          DeadLetter.REASON,
          DeadLetter.MESSAGE,
          DeadLetter.ATTEMPTS,
          DeadLetter.DEAD_AT,
          DeadLetter.WORKER,
          DeadLetter.VALUE_OMITTED,
          OriginHeaders.TOPIC,
          OriginHeaders.PARTITION,
          OriginHeaders.OFFSET,
          OriginHeaders.TIMESTAMP,
          Requeued.ATTEMPTS,
          Requeued.DEATHS,
          Requeued.REDRIVES,
          Requeued.NOT_BEFORE);

  private Redriven() {}

  /**
   * The headers that the record came with, then those that say where it stood at first.
   *
   * @param origin of the letter
   * @param redrives this one included
   */
  public static List<Letter.Header> headers(Letter letter, RecordPosition origin, int redrives) {
    List<Letter.Header> headers = new ArrayList<>(letter.headers());
    headers.removeIf(header -> REPLACED.contains(header.name()));
    new Requeued(origin, 0, 0, redrives)
        .headers()
        .forEach((name, text) -> headers.add(new Letter.Header(name, text.getBytes(UTF_8))));
    return headers;
  }
}
