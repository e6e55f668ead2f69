package dev.shardline.cli.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.RecordParts;
import dev.shardline.cli.cluster.TopicScan;
import dev.shardline.cli.letter.Aftermath;
import dev.shardline.cli.letter.Candidate;
import dev.shardline.cli.letter.Decision;
import dev.shardline.cli.letter.Letter;
import dev.shardline.cli.letter.LetterPlace;
import dev.shardline.cli.letter.LetterTopics;
import dev.shardline.cli.letter.Selection;
import dev.shardline.contracts.failure.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Puts letters back on the topics that they came from. Each is put back once, also where two people
 * do it at a time and where one is killed half-way: what was put back is read from the topics
 * themselves, under a lock that fences off everybody else.
 */
public final class Redrive {

  /**
   * How much the clocks that stamp a letter and what follows it may differ: what follows is looked
   * for from so much earlier on.
   */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final Cluster cluster;
  private final Selection selection;
  private final RedriveSettings settings;
  private final RedriveListener listener;
  private final Aftermath aftermath = new Aftermath();
  private final List<Candidate> selected = new ArrayList<>();
  private long read;

  /** A redrive of some letters. */
  public Redrive(
      Cluster cluster, Selection selection, RedriveSettings settings, RedriveListener listener) {
    this.cluster = cluster;
    this.selection = selection;
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Decides, and unless it is a dry run puts back what is to be.
   *
   * @throws RedriveTakenOverException if another one has begun meanwhile; what the listener heard
   *     of as put back is durable, nothing else was put back
   * @throws dev.shardline.cli.cluster.ClusterException if the cluster does not carry it out; to do
   *     it once more is safe
   */
  public void run() throws InterruptedException {
    if (settings.dryRun()) {
      decide();
      return;
    }
    try (RedriveLock lock = RedriveLock.take(cluster)) {
      Map<LetterPlace, Integer> redrives = decide();
      if (!redrives.isEmpty()) {
        putBack(lock, redrives);
      }
    }
  }

  /** The letters to put back, with the count of redrives that each then has. */
  private Map<LetterPlace, Integer> decide() throws InterruptedException {
    LetterScan.read(cluster, selection.topics(), selection.since(), this::take);
    selected.sort(
        Comparator.comparing((Candidate letter) -> letter.place().topic())
            .thenComparing(Candidate::written)
            .thenComparingLong(letter -> letter.place().offset()));
    Set<LetterPlace> missing = new HashSet<>(selection.places());
    selected.forEach(letter -> missing.remove(letter.place()));
    missing.forEach(listener::missing);
    if (!selected.isEmpty()) {
      readAftermath();
    }
    Map<LetterPlace, Integer> redrives = new HashMap<>();
    for (Candidate letter : selected) {
      Decision decision = aftermath.decide(letter, settings.maxRedrives(), settings.again());
      if (decision instanceof Decision.Redrive redrive) {
        if (redrives.size() == settings.limit()) {
          break;
        }
        redrives.put(letter.place(), redrive.redrives());
      }
      listener.decided(letter, decision);
    }
    return redrives;
  }

  private void take(Letter letter) {
    Candidate candidate = Candidate.of(letter);
    aftermath.letter(candidate);
    if (selection.matches(letter)) {
      selected.add(candidate);
    }
  }

  private void readAftermath() throws InterruptedException {
    Instant since =
        selected.stream()
            .map(Redrive::earliest)
            .min(Comparator.naturalOrder())
            .orElseThrow()
            .minus(CLOCK_SKEW);
    List<String> origins = selection.topics().stream().map(LetterTopics::originOf).toList();
    List<String> answers = selection.topics().stream().map(LetterTopics::answersOf).toList();
    List<TopicScan.From> topics = new ArrayList<>();
    origins.forEach(topic -> topics.add(new TopicScan.From(topic, since)));
    answers.forEach(topic -> topics.add(new TopicScan.From(topic, since)));
    try (TopicScan scan = TopicScan.open(cluster, topics)) {
      long size = scan.size();
      scan.read(
          origins,
          record -> {
            aftermath.copy(RecordParts.headers(record));
            listener.reading(++read, size);
          });
      scan.read(
          answers,
          record -> {
            answer(record);
            listener.reading(++read, size);
          });
    }
  }

  private static Instant earliest(Candidate letter) {
    DeadLetter cause = letter.cause();
    return cause == null || letter.written().isBefore(cause.at()) ? letter.written() : cause.at();
  }

  private void answer(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() != null && record.value() != null) {
      aftermath.answer(record.topic(), new String(record.key(), UTF_8), record.value());
    }
  }

  private void putBack(RedriveLock lock, Map<LetterPlace, Integer> redrives)
      throws InterruptedException {
    RedriveBatches batches = new RedriveBatches(lock, redrives, listener);
    LetterScan.read(cluster, selection.topics(), selection.since(), batches);
    batches.flush();
  }
}
