package dev.shardline.monitor.overview;

import dev.shardline.monitor.failure.DeadLetterCauses;
import dev.shardline.monitor.failure.RecentFailure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known at a time, in the shape of its JSON. What is null is not known, and the field
 * beside it says why.
 *
 * @param at when it was put together, by this process's clock
 * @param intervalSeconds how often lag is read
 * @param stale whether what is known of groups is too old to be valid; all their figures are null
 *     then
 */
public record Overview(
    Instant at,
    double intervalSeconds,
    boolean stale,
    @Nullable String staleReason,
    Cluster cluster,
    Flow flow,
    List<GroupView> groups,
    List<History> history,
    @Nullable List<WorkerView> workers,
    @Nullable List<JobView> jobs,
    @Nullable List<RecentFailure> failures,
    @Nullable List<DeadLetterCauses.Entry> deadLettersByCause) {

  /** Whether the brokers answered when they were asked last. */
  public record Cluster(boolean reachable, @Nullable String reason) {}

  /**
   * The picture.
   *
   * @param ingested null, like the other counts: {@code answersReason} says why it is not known
   * @param since from when on answers are counted
   */
  public record Flow(
      Step sourceRequests,
      Step shards,
      @Nullable Long ingested,
      @Nullable Long ingestFailed,
      @Nullable Long done,
      @Nullable Long failed,
      @Nullable Long cancelled,
      @Nullable String answersReason,
      List<DeadTopic> deadLetters,
      Instant since) {}

  /**
   * A group at its topic.
   *
   * @param running what its workers work on now
   */
  public record Step(
      String group,
      String topic,
      @Nullable Long lag,
      @Nullable String lagReason,
      @Nullable Long running,
      @Nullable String runningReason) {}

  /**
   * A topic of dead letters.
   *
   * @param count how many records it has
   */
  public record DeadTopic(String topic, @Nullable Long count, @Nullable String reason) {}

  /** A group's lag over time. */
  public record History(String group, List<HistoryPoint> points) {}

  /** Lag at a time. */
  public record HistoryPoint(Instant at, @Nullable Long lag, @Nullable Long inFlight) {}

  /** A worker; {@code acquired} are the records that it holds. */
  public record WorkerView(
      String worker,
      String service,
      Instant startedAt,
      double lastSeenSecondsAgo,
      boolean gone,
      boolean draining,
      int slots,
      int acquired,
      long done,
      long failed,
      long cancelled,
      List<RunningView> running) {}

  /** What a worker works on. */
  public record RunningView(String key, String work, Instant startedAt, int attempt) {}

  /** A job; {@code total} is null where its messages do not say how large it is. */
  public record JobView(
      String job,
      Instant submittedAt,
      Instant lastAnswerAt,
      String kind,
      @Nullable Long total,
      long done,
      long failed,
      long cancelled) {}

  /** The same with the newest point of each history alone. */
  public Overview withNewestPoints() {
    List<History> newest =
        history.stream()
            .map(each ->
                new History(
                    each.group(),
                    each.points().isEmpty() ? List.of() : List.of(each.points().getLast())))
            .toList();
    return new Overview(
        at,
        intervalSeconds,
        stale,
        staleReason,
        cluster,
        flow,
        groups,
        newest,
        workers,
        jobs,
        failures,
        deadLettersByCause);
  }
}
