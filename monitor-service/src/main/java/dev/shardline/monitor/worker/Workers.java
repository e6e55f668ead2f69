package dev.shardline.monitor.worker;

import dev.shardline.contracts.worker.WorkerStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The workers that told what they are at. Thread-safe. */
public final class Workers {

  /** How long one that is gone stays to be seen. */
  private static final Duration SEEN_AFTER = Duration.ofMinutes(5);

  private static final int MAX = 2000;

  private final Map<String, WorkerStatus> byName = new HashMap<>();

  /** A worker tells. What is older than what it told before is not news. */
  public synchronized void heard(WorkerStatus status) {
    WorkerStatus known = byName.get(status.worker());
    if (known == null || !status.at().isBefore(known.at())) {
      byName.put(status.worker(), status);
    }
    if (byName.size() > MAX) {
      byName.values().stream()
          .min(Comparator.comparing(WorkerStatus::at))
          .ifPresent(oldest -> byName.remove(oldest.worker()));
    }
  }

  /** Those that work, and those that ended or went silent of late; by service and name. */
  public synchronized List<WorkerStatus> all(Instant now) {
    byName.values().removeIf(status -> status.at().plus(SEEN_AFTER).isBefore(now));
    List<WorkerStatus> all = new ArrayList<>(byName.values());
    all.sort(Comparator.comparing(WorkerStatus::service).thenComparing(WorkerStatus::worker));
    return all;
  }

  /** Those of a service that work. */
  public List<WorkerStatus> live(String service, Instant now) {
    return all(now).stream()
        .filter(status -> status.service().equals(service) && !status.isGone(now))
        .toList();
  }
}
