package dev.shardline.transform.partition;

import dev.shardline.transform.delivery.ReceivedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The partitions that are this worker's now, and how far they are answered. Thread-safe. */
final class Assignment {

  private final Map<Partition, Progress> partitions = new ConcurrentHashMap<>();

  /**
   * Partitions become this worker's.
   *
   * @param generation the group's that assigned them
   */
  void add(Collection<Partition> assigned, int generation) {
    assigned.forEach(partition -> partitions.put(partition, new Progress(generation)));
  }

  /**
   * Records of a partition came.
   *
   * @param generation of the group at that time
   * @param records in the order of their offsets
   * @return those that are to be answered: none if the partition is another's by now
   */
  List<Delivery> received(Partition partition, int generation, List<ReceivedRecord> records) {
    Progress progress = partitions.get(partition);
    return progress == null ? List.of() : progress.received(generation, records);
  }

  /**
   * Takes back what was not answered of partitions, unless its answer is on its way.
   *
   * @param forAnother whether they are to be another worker's
   * @return the records that had not begun
   */
  List<Delivery> close(Collection<Partition> leaving, boolean forAnother) {
    return progress(leaving).stream().flatMap(each -> each.close(forAnother).stream()).toList();
  }

  /**
   * Waits until no answer is on its way to be durable.
   *
   * @return whether that was so in time
   */
  boolean awaitAnswers(Collection<Partition> of, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    for (Progress each : progress(of)) {
      if (!each.awaitAnswers(Duration.ofNanos(deadline - System.nanoTime()))) {
        return false;
      }
    }
    return true;
  }

  /** Partitions are another's from now on. */
  void remove(Collection<Partition> revoked) {
    progress(revoked).forEach(Progress::revoke);
    partitions.keySet().removeAll(revoked);
  }

  /** All of them. */
  List<Partition> all() {
    return List.copyOf(partitions.keySet());
  }

  /** What to commit of partitions: the offset before which all is answered, where it is new. */
  Map<Partition, Long> toCommit(Collection<Partition> of) {
    Map<Partition, Long> offsets = new HashMap<>();
    for (Partition partition : of) {
      Progress progress = partitions.get(partition);
      if (progress != null) {
        progress.toCommit().ifPresent(offset -> offsets.put(partition, offset));
      }
    }
    return offsets;
  }

  /** These offsets were committed. */
  void committed(Map<Partition, Long> offsets) {
    offsets.forEach((partition, offset) -> {
      Progress progress = partitions.get(partition);
      if (progress != null) {
        progress.committed(offset);
      }
    });
  }

  private List<Progress> progress(Collection<Partition> of) {
    List<Progress> found = new ArrayList<>();
    for (Partition partition : of) {
      Progress progress = partitions.get(partition);
      if (progress != null) {
        found.add(progress);
      }
    }
    return found;
  }
}
