package dev.shardline.cli.redrive;

import dev.shardline.cli.letter.Candidate;
import dev.shardline.cli.letter.Letter;
import dev.shardline.cli.letter.LetterPlace;
import dev.shardline.cli.letter.LetterTopics;
import dev.shardline.cli.letter.Redriven;
import dev.shardline.contracts.failure.DeadLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Puts letters back, some at a time: each batch is durable as a whole. Not thread-safe. */
final class RedriveBatches implements LetterReader {

  private static final int MOST_LETTERS = 100;

  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final RedriveLock lock;
  private final Map<LetterPlace, Integer> redrives;
  private final RedriveListener listener;
  private final List<Letter> batch = new ArrayList<>();
  private long bytes;
  private long done;

  /**
   * @param redrives the letters to put back, with the count of redrives that each then has
   */
  RedriveBatches(RedriveLock lock, Map<LetterPlace, Integer> redrives, RedriveListener listener) {
    this.lock = lock;
    this.redrives = redrives;
    this.listener = listener;
  }

  /** Puts the letter back with the next batch, if it is to be put back. */
  @Override
  public void read(Letter letter) throws InterruptedException {
    if (redrives.containsKey(LetterPlace.of(letter.position()))) {
      batch.add(letter);
      bytes += letter.value() == null ? 0 : letter.value().length;
      if (batch.size() == MOST_LETTERS || bytes >= MOST_BYTES) {
        flush();
      }
    }
  }

  /** Puts back what was not put back yet. */
  void flush() throws InterruptedException {
    if (batch.isEmpty()) {
      return;
    }
    if (lock.publish(batch.stream().map(this::record).toList())) {
      tell(batch);
    } else {
      for (Letter letter : batch) {
        alone(letter);
      }
    }
    batch.clear();
    bytes = 0;
  }

  private void alone(Letter letter) throws InterruptedException {
    if (lock.publish(List.of(record(letter)))) {
      tell(List.of(letter));
    } else {
      listener.refused(
          Candidate.of(letter),
          "with the headers that it needs, it is too large for "
              + LetterTopics.originOf(letter.position().topic()));
    }
  }

  private void tell(List<Letter> letters) {
    for (Letter letter : letters) {
      done++;
      listener.redriven(Candidate.of(letter), done, redrives.size());
    }
  }

  private ProducerRecord<byte[], byte[]> record(Letter letter) {
    DeadLetter cause = letter.cause().orElseThrow();
    int count = redrives.getOrDefault(LetterPlace.of(letter.position()), 0);
    ProducerRecord<byte[], byte[]> record =
        record(LetterTopics.originOf(letter.position().topic()), letter.key(), letter.value());
    Redriven.headers(letter, cause.origin(), count)
        .forEach(header -> record.headers().add(header.name(), header.value()));
    return record;
  }

  @SuppressWarnings("NullAway") // a key or value may be null, which ProducerRecord cannot say
  private static ProducerRecord<byte[], byte[]> record(
      String topic, byte @Nullable [] key, byte @Nullable [] value) {
    return new ProducerRecord<>(topic, key, value);
  }
}
