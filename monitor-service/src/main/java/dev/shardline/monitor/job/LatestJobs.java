package dev.shardline.monitor.job;

import dev.shardline.contracts.job.JobId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The jobs that were answered to last. Thread-safe. */
public final class LatestJobs {

  private static final int MAX = 50;

  /** The one that an answer was read of last comes last. */
  private final Map<String, JobTally> tallies = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * A part of a job was answered.
   *
   * @param kind {@code shards} or {@code sources}
   * @param part which
   * @param total how many parts the job has; empty: the answer does not say
   */
  public synchronized void answered(
      JobId job, String kind, Object part, Answer answer, OptionalLong total, Instant at) {
    tallies
        .computeIfAbsent(kind + " " + job, _ -> new JobTally(job, kind))
        .count(part, answer, total, at);
    if (tallies.size() > MAX) {
      // Partitions are read in turn: what is read last is not what was answered last.
      tallies.entrySet().stream()
          .min(Comparator.comparing(entry -> entry.getValue().lastAnswerAt()))
          .map(Map.Entry::getKey)
          .ifPresent(tallies::remove);
    }
  }

  /** The one answered to last comes first. */
  public synchronized List<JobProgress> list() {
    List<JobProgress> jobs =
        new ArrayList<>(tallies.values().stream().map(JobTally::progress).toList());
    Collections.reverse(jobs);
    jobs.sort(Comparator.comparing(JobProgress::lastAnswerAt).reversed());
    return jobs;
  }
}
