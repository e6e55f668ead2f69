package dev.shardline.cli.ledger;

import dev.shardline.contracts.job.JobId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What was asked for, set against what came of it, piece by piece. The records of one key are to be
 * told in the order of their topic; otherwise in any order. Takes some 50 bytes for each piece. Not
 * thread-safe.
 */
public final class Ledger {

  private final Instant since;
  private final BiFunction<JobId, Integer, String> key;
  private final Pieces pieces = new Pieces();
  private final Map<JobId, Long> announced = new HashMap<>();

  /**
   * @param since of jobs from this time on, all there is will be told; of older ones perhaps only
   *     the later part
   * @param key of the answer to a piece, from its job and its place
   */
  Ledger(Instant since, BiFunction<JobId, Integer, String> key) {
    this.since = since;
    this.key = key;
  }

  /** A request was published, for the first time or again. */
  void asked(JobId job, int place, boolean redrive) {
    int number = pieces.numberOf(job, place);
    pieces.state(number, pieces.state(number).withRequest(redrive));
  }

  /** An answer was published under its piece's key. */
  void answered(JobId job, int place, Verdict verdict) {
    int number = pieces.numberOf(job, place);
    PieceState state = pieces.state(number);
    boolean agrees = state.status() == verdict.status() && pieces.proof(number) == verdict.proof();
    pieces.state(number, state.withAnswer(verdict.status(), agrees));
    pieces.proof(number, verdict.proof());
  }

  /** An answer was published under another key than its piece's, where nobody looks for it. */
  void answeredElsewhere(JobId job, int place) {
    int number = pieces.numberOf(job, place);
    pieces.state(number, pieces.state(number).withAnswerElsewhere());
  }

  /** A request was put among the dead letters. */
  void buried(JobId job, int place) {
    int number = pieces.numberOf(job, place);
    pieces.state(number, pieces.state(number).withLetter());
  }

  /** A job has so many pieces; some may have been answered without being asked for. */
  void announced(JobId job, long count) {
    announced.put(job, count);
  }

  /** Every figure. */
  public Map<Figure, Long> figures() {
    Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      figures.put(figure, 0L);
    }
    for (int number = 0; number < pieces.size(); number++) {
      for (Figure figure : Figure.values()) {
        if (holds(figure, number)) {
          figures.merge(figure, 1L, Long::sum);
        }
      }
    }
    figures.put(
        Figure.UNPUBLISHED, unpublished().values().stream().mapToLong(Long::longValue).sum());
    return figures;
  }

  /**
   * What is behind a figure: the keys of the pieces, or the jobs of what is {@linkplain
   * Figure#UNPUBLISHED not published}.
   *
   * @param limit how many to name at most
   */
  public List<String> behind(Figure figure, int limit) {
    if (figure == Figure.UNPUBLISHED) {
      return unpublished().keySet().stream().map(JobId::toString).limit(limit).toList();
    }
    List<String> keys = new ArrayList<>();
    for (int number = 0; number < pieces.size() && keys.size() < limit; number++) {
      if (holds(figure, number)) {
        keys.add(key.apply(pieces.job(number), pieces.place(number)));
      }
    }
    return keys;
  }

  private Map<JobId, Long> unpublished() {
    Map<JobId, Long> left = new HashMap<>();
    announced.forEach((job, count) -> {
      if (younger(job)) {
        left.put(job, count);
      }
    });
    for (int number = 0; number < pieces.size() && !left.isEmpty(); number++) {
      PieceState state = pieces.state(number);
      if (state.asked() || state.answered()) {
        left.computeIfPresent(pieces.job(number), (job, count) -> count - 1);
      }
    }
    left.values().removeIf(count -> count <= 0);
    return left;
  }

  private boolean holds(Figure figure, int number) {
    return figure.holds(pieces.state(number), younger(pieces.job(number)));
  }

  private boolean younger(JobId job) {
    return !job.time().isBefore(since);
  }
}
