package dev.shardline.monitor.metrics;

import dev.shardline.lag.Age;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.PartitionLag;
import dev.shardline.monitor.activity.Activity;
import dev.shardline.monitor.group.LagWatch;
import dev.shardline.monitor.group.Rates;
import dev.shardline.monitor.worker.InFlight;
import io.prometheus.client.Collector;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known when Prometheus asks; what is not known is absent: a gauge that had its last value,
 * or zero, would be believed. Put together anew for each scrape: a meter of the registry for each
 * partition would be half a megabyte for a thousand of them, and to bring them up to date with each
 * reading was more than a quarter of the service's work. Thread-safe.
 */
final class Standings extends Collector {

  private static final List<String> SERVICES = List.of("ingest-service", "transform-service");

  private final LagWatch watch;
  private final InFlight inFlight;
  private final Activity activity;
  private final InstantSource clock;

  Standings(LagWatch watch, InFlight inFlight, Activity activity, InstantSource clock) {
    this.watch = watch;
    this.inFlight = inFlight;
    this.activity = activity;
    this.clock = clock;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    Families families = new Families();
    Instant now = clock.instant();
    LagWatch.Standing standing = watch.standing();
    standing.groups().forEach(group -> group(families, group, now));
    watch
        .groups()
        .forEach(group ->
            families.add(
                Gauge.LAG_KNOWN, List.of(group.name()), isKnown(standing, group.name()) ? 1 : 0));
    activity
        .dead()
        .list()
        .forEach(entry ->
            families.add(Gauge.DEAD_LETTERS, List.of(entry.cause(), entry.topic()), entry.count()));
    if (activity.caughtUp().getAsBoolean()) {
      SERVICES.forEach(service ->
          families.add(
              Gauge.WORKERS, List.of(service), activity.workers().live(service, now).size()));
    }
    return families.list();
  }

  private static boolean isKnown(LagWatch.Standing standing, String group) {
    return standing.group(group).flatMap(each -> each.lag().found()).isPresent();
  }

  private void group(Families families, GroupLag lag, Instant now) {
    String kind = lag.kind().name().toLowerCase(Locale.ROOT);
    List<String> labels = List.of(lag.name(), kind);
    Optional<Long> known = lag.lag().found();
    known.ifPresent(count -> families.add(Gauge.LAG, labels, count));
    inFlight.apply(lag).found().ifPresent(held -> families.add(Gauge.IN_FLIGHT, labels, held));
    lag.members().found().ifPresent(members -> families.add(Gauge.MEMBERS, labels, members));
    lag.oldest()
        .found()
        .flatMap(each -> each)
        .ifPresent(age -> age(families, lag.name(), kind, age, now));
    if (known.isPresent()) {
      watch
          .history(lag.name())
          .rates()
          .ifPresent(rates -> rates(families, labels, rates, known.get()));
    }
    for (PartitionLag each : lag.partitions()) {
      partition(families, lag.name(), each);
    }
  }

  private static void age(Families families, String group, String kind, Age age, Instant now) {
    families.add(Gauge.AGE, List.of("min", group, kind), seconds(age.notAfter(), now));
    families.add(Gauge.AGE, List.of("max", group, kind), seconds(age.notBefore(), now));
  }

  private static void rates(Families families, List<String> labels, Rates rates, long lag) {
    families.add(Gauge.RATE_IN, labels, rates.in());
    families.add(Gauge.RATE_OUT, labels, rates.out());
    rates
        .timeToEmpty(lag)
        .ifPresent(time -> families.add(Gauge.TIME_TO_EMPTY, labels, time.toMillis() / 1e3));
  }

  private static void partition(Families families, String group, PartitionLag lag) {
    Optional<Long> known = lag.lag().found();
    if (known.isPresent()) {
      String number = Integer.toString(lag.partition().number());
      families.add(
          Gauge.PARTITION_LAG, List.of(group, number, lag.partition().topic()), known.get());
    }
  }

  private static double seconds(Instant written, Instant now) {
    return Math.max(0, Duration.between(written, now).toMillis() / 1e3);
  }
}
