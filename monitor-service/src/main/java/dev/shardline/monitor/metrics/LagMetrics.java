package dev.shardline.monitor.metrics;

import dev.shardline.lag.Age;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.PartitionLag;
import dev.shardline.monitor.activity.Activity;
import dev.shardline.monitor.group.LagWatch;
import dev.shardline.monitor.group.Rates;
import dev.shardline.monitor.job.Answer;
import dev.shardline.monitor.worker.InFlight;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What Prometheus gets. What is not known is absent: a gauge that had its last value, or zero,
 * would be believed.
 */
@ApplicationScoped
public class LagMetrics {

  private final LagWatch watch;
  private final InFlight inFlight;
  private final Activity activity;
  private final Timer readings;
  private final Rows groups;
  private final Rows partitions;

  LagMetrics(
      MeterRegistry registry,
      LagWatch watch,
      InFlight inFlight,
      Activity activity,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.watch = watch;
    this.inFlight = inFlight;
    this.activity = activity;
    this.groups = new Rows(registry);
    this.partitions = new Rows(registry);
    this.readings =
        Timer.builder("shardline.monitor.reading")
            .description("How long reading lag took")
            .register(registry);
    FunctionCounter.builder("shardline.monitor.admin.calls", watch, LagWatch::adminCalls)
        .description("Calls to the cluster's administration")
        .register(registry);
    Gauge.builder("shardline.build.info", () -> 1)
        .tags("service", "monitor-service", "version", version)
        .register(registry);
    for (Answer answer : Answer.values()) {
      FunctionCounter.builder(
              "shardline.results.seen", activity, each -> each.totals().shards(answer))
          .tag("status", answer.name())
          .description("Results read since the beginning of the window")
          .register(registry);
    }
    for (Answer answer : new Answer[] {Answer.DONE, Answer.FAILED}) {
      FunctionCounter.builder(
              "shardline.outcomes.seen", activity, each -> each.totals().sources(answer))
          .tag("status", answer == Answer.DONE ? "INGESTED" : "FAILED")
          .description("Outcomes read since the beginning of the window")
          .register(registry);
    }
    FunctionCounter.builder(
            "shardline.results.repeated", activity, each -> each.totals().repeated())
        .description("Results read whose attempt was above one")
        .register(registry);
  }

  /** Tells of the last reading. */
  public void update() {
    watch.took().ifPresent(readings::record);
    Instant now = Instant.now();
    groups.begin();
    partitions.begin();
    LagWatch.Standing standing = watch.standing();
    standing.groups().forEach(group -> group(group, now));
    watch
        .groups()
        .forEach(group ->
            groups.add(
                "shardline.group.lag.known",
                "1 if the group's lag is known, else 0",
                Tags.of("group", group.name()),
                standing.group(group.name()).flatMap(each -> each.lag().found()).isPresent()
                    ? 1
                    : 0));
    activity
        .dead()
        .list()
        .forEach(entry ->
            groups.add(
                "shardline.dead.letters",
                "Dead letters read from their topic, by cause",
                Tags.of("topic", entry.topic(), "reason", entry.cause()),
                (double) entry.count()));
    workers(now);
    groups.end();
    partitions.end();
  }

  private void workers(Instant now) {
    if (activity.caughtUp().getAsBoolean()) {
      for (String service : new String[] {"ingest-service", "transform-service"}) {
        groups.add(
            "shardline.workers",
            "Processes that tell what they are at",
            Tags.of("service", service),
            activity.workers().live(service, now).size());
      }
    }
  }

  private void group(GroupLag lag, Instant now) {
    Tags tags = Tags.of("group", lag.name(), "kind", lag.kind().name().toLowerCase(Locale.ROOT));
    Optional<Long> known = lag.lag().found();
    known.ifPresent(count ->
        groups.add(
            "shardline.group.lag.records",
            "Records not processed, those in flight included",
            tags,
            count));
    inFlight
        .apply(lag)
        .found()
        .ifPresent(held ->
            groups.add(
                "shardline.group.inflight.records", "Records that workers hold", tags, held));
    lag.members()
        .found()
        .ifPresent(members ->
            groups.add("shardline.group.members", "Members of the group", tags, members));
    lag.oldest().found().flatMap(each -> each).ifPresent(age -> age(age, tags, now));
    if (known.isPresent()) {
      watch.history(lag.name()).rates().ifPresent(rates -> rates(rates, known.get(), tags));
    }
    lag.partitions().forEach(each -> partition(lag.name(), each));
  }

  private void age(Age age, Tags tags, Instant now) {
    groups.add(
        "shardline.group.oldest.record.age.seconds",
        "Age of the oldest record not processed: at least, and at most",
        tags.and("bound", "min"),
        seconds(age.notAfter(), now));
    groups.add(
        "shardline.group.oldest.record.age.seconds",
        "Age of the oldest record not processed: at least, and at most",
        tags.and("bound", "max"),
        seconds(age.notBefore(), now));
  }

  private void rates(Rates rates, long lag, Tags tags) {
    groups.add("shardline.group.records.in.per.second", "Records written lately", tags, rates.in());
    groups.add(
        "shardline.group.records.out.per.second", "Records processed lately", tags, rates.out());
    rates
        .timeToEmpty(lag)
        .ifPresent(time ->
            groups.add(
                "shardline.group.time.to.empty.seconds",
                "Until nothing is left, at these rates; absent while it does not become less",
                tags,
                time.toMillis() / 1e3));
  }

  private void partition(String group, PartitionLag lag) {
    lag.lag()
        .found()
        .ifPresent(count ->
            partitions.add(
                "shardline.partition.lag.records",
                "Records of the partition not processed, those in flight included",
                Tags.of(
                    "group",
                    group,
                    "topic",
                    lag.partition().topic(),
                    "partition",
                    Integer.toString(lag.partition().number())),
                count));
  }

  private static double seconds(Instant written, Instant now) {
    return Math.max(0, Duration.between(written, now).toMillis() / 1e3);
  }
}
