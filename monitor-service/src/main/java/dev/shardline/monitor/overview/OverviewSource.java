package dev.shardline.monitor.overview;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.worker.WorkerStatus;
import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.WatchedGroup;
import dev.shardline.monitor.activity.Activity;
import dev.shardline.monitor.group.GroupHistory;
import dev.shardline.monitor.group.LagWatch;
import dev.shardline.monitor.job.Answer;
import dev.shardline.monitor.job.JobProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts together what is known. Thread-safe. */
public final class OverviewSource {

  private static final String INGEST = "ingest-service";
  private static final String TRANSFORM = "transform-service";
  private static final String NOT_READ = "what services and workers tell was not read yet";

  private final LagWatch watch;
  private final Function<GroupLag, Fact<Long>> inFlight;
  private final Map<String, String> services;
  private final Activity activity;
  private final Duration interval;
  private final InstantSource clock;

  /**
   * @param services which service's processes a group's members are, by group
   */
  public OverviewSource(
      LagWatch watch,
      Function<GroupLag, Fact<Long>> inFlight,
      Map<String, String> services,
      Activity activity,
      Duration interval,
      InstantSource clock) {
    this.watch = watch;
    this.inFlight = inFlight;
    this.services = Map.copyOf(services);
    this.activity = activity;
    this.interval = interval;
    this.clock = clock;
  }

  /** What is known now. */
  public Overview overview() {
    Instant now = clock.instant();
    LagWatch.Standing standing = watch.standing();
    List<WorkerStatus> statuses = activity.workers().all(now);
    return new Overview(
        now,
        interval.toMillis() / 1e3,
        standing.stale().isPresent(),
        standing.stale().orElse(null),
        new Overview.Cluster(watch.problem().isEmpty(), watch.problem().orElse(null)),
        flow(standing, statuses, now),
        standing.groups().stream().map(group -> view(group, now)).toList(),
        watch.groups().stream().map(WatchedGroup::name).map(this::history).toList(),
        told(statuses.stream().map(status -> worker(status, now)).toList()),
        told(activity.jobs().list().stream().map(OverviewSource::job).toList()),
        told(activity.failures().list()),
        told(activity.dead().list()));
  }

  /** Until all that was told before is read, an empty list would say that there is nothing. */
  private <T> @Nullable List<T> told(List<T> list) {
    return activity.caughtUp().getAsBoolean() ? list : null;
  }

  private GroupView view(GroupLag lag, Instant now) {
    GroupHistory history = watch.history(lag.name());
    boolean known = lag.lag().found().isPresent();
    return GroupView.of(
        lag,
        inFlight.apply(lag),
        known ? history.rates() : Optional.empty(),
        attemptsAboveOne(lag),
        now);
  }

  private Fact<Long> attemptsAboveOne(GroupLag lag) {
    if (!TRANSFORM.equals(services.get(lag.name()))) {
      return Fact.unknown("only the results of shards tell");
    }
    return activity.caughtUp().getAsBoolean()
        ? Fact.known(activity.totals().repeated())
        : Fact.unknown(NOT_READ);
  }

  private Overview.Flow flow(LagWatch.Standing standing, List<WorkerStatus> statuses, Instant now) {
    return new Overview.Flow(
        step(INGEST, Topics.SOURCE_REQUESTS, standing, statuses, now),
        step(TRANSFORM, Topics.SHARDS, standing, statuses, now),
        answers(activity.totals().sources(Answer.DONE)),
        answers(activity.totals().sources(Answer.FAILED)),
        answers(activity.totals().shards(Answer.DONE)),
        answers(activity.totals().shards(Answer.FAILED)),
        answers(activity.totals().shards(Answer.CANCELLED)),
        activity.caughtUp().getAsBoolean() ? null : NOT_READ,
        List.of(deadTopic(Topics.SOURCE_REQUESTS_DEAD), deadTopic(Topics.SHARDS_DEAD)),
        activity.since());
  }

  /** Until all that was answered before is read, it is not known how much that is. */
  private @Nullable Long answers(long read) {
    return activity.caughtUp().getAsBoolean() ? read : null;
  }

  private Overview.Step step(
      String service,
      String topic,
      LagWatch.Standing standing,
      List<WorkerStatus> statuses,
      Instant now) {
    String group =
        services.entrySet().stream()
            .filter(entry -> entry.getValue().equals(service))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("");
    Fact<Long> lag =
        standing
            .group(group)
            .map(GroupLag::lag)
            .orElse(Fact.unknown(standing.stale().orElse("no group of the service is watched")));
    long running =
        statuses.stream()
            .filter(status -> status.service().equals(service) && !status.isGone(now))
            .mapToLong(status -> status.running().size())
            .sum();
    // Workers cannot be heard of either while the cluster does not answer.
    Optional<String> silence =
        activity.caughtUp().getAsBoolean() ? standing.stale() : Optional.of(NOT_READ);
    return new Overview.Step(
        group,
        topic,
        lag.found().orElse(null),
        lag.problem().orElse(null),
        silence.isPresent() ? null : running,
        silence.orElse(null));
  }

  private Overview.DeadTopic deadTopic(String topic) {
    return activity.caughtUp().getAsBoolean()
        ? new Overview.DeadTopic(topic, activity.dead().count(topic), null)
        : new Overview.DeadTopic(topic, null, "the topic was not read yet");
  }

  private Overview.History history(String group) {
    return new Overview.History(
        group,
        watch.history(group).points().stream()
            .map(point -> new Overview.HistoryPoint(point.at(), point.lag(), point.inFlight()))
            .toList());
  }

  private static Overview.WorkerView worker(WorkerStatus status, Instant now) {
    return new Overview.WorkerView(
        status.worker(),
        status.service(),
        status.startedAt(),
        Math.max(0, Duration.between(status.at(), now).toMillis() / 1e3),
        status.isGone(now),
        status.draining(),
        status.slots(),
        status.acquired(),
        status.answers().done(),
        status.answers().failed(),
        status.answers().cancelled(),
        status.running().stream()
            .map(each ->
                new Overview.RunningView(each.key(), each.work(), each.startedAt(), each.attempt()))
            .toList());
  }

  private static Overview.JobView job(JobProgress job) {
    @Nullable Long total = job.total().isPresent() ? job.total().getAsLong() : null;
    return new Overview.JobView(
        job.job().toString(),
        job.job().time(),
        job.lastAnswerAt(),
        job.kind(),
        total,
        job.done(),
        job.failed(),
        job.cancelled());
  }
}
