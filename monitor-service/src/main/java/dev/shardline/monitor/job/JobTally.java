package dev.shardline.monitor.job;

import dev.shardline.contracts.job.JobId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Counts the answers to a job, each part once, however often it is answered. */
final class JobTally {

  /** Beyond it, repeats are not told apart: memory counts more than a page's exactness. */
  private static final int MAX_PARTS = 10_000;

  private final JobId job;
  private final String kind;
  private final Map<Object, Answer> answers = new HashMap<>();
  private final Map<Answer, Long> counts = new EnumMap<>(Answer.class);
  private OptionalLong total = OptionalLong.empty();
  private Instant lastAnswerAt = Instant.EPOCH;

  JobTally(JobId job, String kind) {
    this.job = job;
    this.kind = kind;
  }

  void count(Object part, Answer answer, OptionalLong of, Instant at) {
    Answer before =
        answers.size() < MAX_PARTS || answers.containsKey(part) ? answers.put(part, answer) : null;
    if (before != null) {
      counts.merge(before, -1L, Long::sum);
    }
    counts.merge(answer, 1L, Long::sum);
    if (of.isPresent()) {
      total = of;
    }
    if (at.isAfter(lastAnswerAt)) {
      lastAnswerAt = at;
    }
  }

  Instant lastAnswerAt() {
    return lastAnswerAt;
  }

  JobProgress progress() {
    return new JobProgress(
        job,
        kind,
        lastAnswerAt,
        total,
        counts.getOrDefault(Answer.DONE, 0L),
        counts.getOrDefault(Answer.FAILED, 0L),
        counts.getOrDefault(Answer.CANCELLED, 0L));
  }
}
