package dev.shardline.lag.cluster;

import dev.shardline.lag.Age;
import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.LogRange;
import dev.shardline.lag.Partition;
import dev.shardline.lag.PartitionLag;
import dev.shardline.lag.position.Backlog;
import dev.shardline.lag.position.GroupPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.IsolationLevel;

/** The logs as all those see them who read with the same isolation. For one thread at a time. */
final class LogView implements AutoCloseable {

  private final Logs logs;
  private final IsolationLevel isolation;
  private final Duration readingTime;
  private final LogReader reader;
  private final Gapped gapped;
  private final RecordCounts counts;
  private final OldestRecords oldest;

  /**
   * @param readingTime how long to read records for one reading at most
   */
  LogView(
      AdminCalls admin,
      LogReader reader,
      Logs logs,
      IsolationLevel isolation,
      Duration readingTime) {
    this.logs = logs;
    this.isolation = isolation;
    this.readingTime = readingTime;
    this.reader = reader;
    this.gapped = new Gapped(admin);
    this.counts = new RecordCounts(reader);
    this.oldest = new OldestRecords(reader, gapped);
  }

  /** What was seen of these topics was of others with their names. */
  void forget(Set<String> topics) {
    gapped.forget(topics);
    counts.forget(topics);
    oldest.forget(topics);
  }

  /** What groups have yet to process. */
  List<GroupLag> read(List<Watched> groups) throws InterruptedException {
    Set<Partition> partitions = new TreeSet<>();
    groups.forEach(group -> partitions.addAll(group.partitions()));
    Map<Partition, Fact<LogRange>> ranges = logs.ranges(partitions, isolation);
    Map<Partition, LogRange> known = new HashMap<>();
    ranges.forEach((partition, range) -> range.found().ifPresent(log -> known.put(partition, log)));
    gapped.look(known);
    long deadline = System.nanoTime() + readingTime.toNanos();
    List<GroupLag> lags = new ArrayList<>();
    for (Watched group : groups) {
      lags.add(read(group, ranges, deadline));
    }
    return lags;
  }

  private GroupLag read(Watched group, Map<Partition, Fact<LogRange>> ranges, long deadline) {
    GroupState state = group.state();
    Map<Partition, Backlog> backlogs = new HashMap<>();
    Map<Partition, Fact<Backlog>> facts = new HashMap<>();
    for (Partition partition : group.partitions()) {
      Fact<Backlog> backlog = backlog(state, partition, ranges);
      facts.put(partition, backlog);
      backlog.found().ifPresent(each -> backlogs.put(partition, each));
    }
    String name = state.group().name();
    Map<Partition, Fact<Optional<Age>>> times = oldest.of(name, backlogs, deadline);
    List<PartitionLag> lags = new ArrayList<>();
    for (Partition partition : group.partitions()) {
      Fact<Backlog> backlog = facts.getOrDefault(partition, Fact.unknown("not read"));
      lags.add(
          new PartitionLag(
              partition,
              ranges.getOrDefault(partition, Fact.unknown("not read")).found().orElse(null),
              position(state, partition),
              backlog.then(each -> each.lag(records(name, partition, each, deadline))),
              backlog.then(_ -> times.getOrDefault(partition, OldestRecords.NOT_YET))));
    }
    GroupLag lag =
        GroupLag.of(
            name, state.kind(), state.membership().state(), state.membership().members(), lags);
    return group.complete().problem().map(lag::butUnknown).orElse(lag);
  }

  private static Fact<Backlog> backlog(
      GroupState state, Partition partition, Map<Partition, Fact<LogRange>> ranges) {
    return state
        .positions()
        .then(positions ->
            ranges
                .getOrDefault(partition, Fact.unknown("not read"))
                .then(log ->
                    Backlog.of(
                        log,
                        positions.getOrDefault(partition, new GroupPosition.None()),
                        state.start())));
  }

  private Fact<Long> records(String group, Partition partition, Backlog backlog, long deadline) {
    boolean compacted = gapped.isCompacted(partition);
    return backlog.offsets() > 0 && (compacted || gapped.isTransactional(partition))
        ? counts.in(group, partition, backlog, compacted, deadline)
        : Fact.known(backlog.offsets());
  }

  private static OptionalLong position(GroupState state, Partition partition) {
    return state
        .positions()
        .found()
        .map(positions -> positions.get(partition))
        .map(position ->
            switch (position) {
              case GroupPosition.Committed(long offset) -> OptionalLong.of(offset);
              case GroupPosition.Shared(long offset, long _) -> OptionalLong.of(offset);
              case GroupPosition.None() -> OptionalLong.empty();
              case GroupPosition.Unreadable _ -> OptionalLong.empty();
            })
        .orElse(OptionalLong.empty());
  }

  @Override
  public void close() {
    reader.close();
  }
}
