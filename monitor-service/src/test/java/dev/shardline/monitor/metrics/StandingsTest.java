package dev.shardline.monitor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.worker.WorkerStatus;
import dev.shardline.lag.ClusterAwayException;
import dev.shardline.lag.GroupKind;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.LagReading;
import dev.shardline.lag.StartPolicy;
import dev.shardline.lag.WatchedGroup;
import dev.shardline.monitor.activity.Activity;
import dev.shardline.monitor.group.GroupLags;
import dev.shardline.monitor.group.LagWatch;
import dev.shardline.monitor.group.MutableClock;
import dev.shardline.monitor.worker.InFlight;
import io.prometheus.client.CollectorRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandingsTest {

  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final List<String> GROUP = List.of(GroupLags.NAME, "consumer");

  private final MutableClock clock = new MutableClock();
  private boolean caughtUp = true;
  private boolean away;
  private GroupLag lag = GroupLags.known(7, 100, clock.instant().minusSeconds(60));
  private final Activity activity = Activity.since(clock.instant(), () -> caughtUp);
  private final InFlight inFlight =
      new InFlight(
          activity.workers(),
          Map.of(GroupLags.NAME, "transform-service"),
          activity.caughtUp(),
          clock);
  private final LagWatch watch =
      new LagWatch(
          _ -> {
            if (away) {
              throw new ClusterAwayException("nobody listens", new IllegalStateException());
            }
            return new LagReading(clock.instant(), List.of(lag), 6, Duration.ZERO);
          },
          List.of(
              new WatchedGroup(
                  GroupLags.NAME, GroupKind.CONSUMER, List.of("orders"), StartPolicy.UNKNOWN)),
          INTERVAL,
          Duration.ofMinutes(1),
          inFlight,
          clock);
  private final CollectorRegistry registry = new CollectorRegistry();

  StandingsTest() {
    new Standings(watch, inFlight, activity, clock).register(registry);
  }

  @Test
  void tellsOfAGroupAndOfEachOfItsPartitions() throws InterruptedException {
    activity.workers().heard(worker());
    watch.read();

    assertThat(value("shardline_group_lag_known", List.of("group"), List.of(GroupLags.NAME)))
        .isEqualTo(1);
    assertThat(ofGroup("shardline_group_lag_records")).isEqualTo(7);
    assertThat(ofGroup("shardline_group_inflight_records")).isEqualTo(3);
    assertThat(ofGroup("shardline_group_members")).isEqualTo(2);
    assertThat(
            value(
                "shardline_partition_lag_records",
                List.of("group", "partition", "topic"),
                List.of(GroupLags.NAME, "0", "orders")))
        .isEqualTo(7);
    assertThat(value("shardline_workers", List.of("service"), List.of("transform-service")))
        .isEqualTo(1);
    assertThat(value("shardline_workers", List.of("service"), List.of("ingest-service"))).isZero();
  }

  @Test
  void agesBetweenReadings() throws InterruptedException {
    watch.read();
    clock.advance(Duration.ofSeconds(4));

    for (String bound : List.of("min", "max")) {
      assertThat(
              value(
                  "shardline_group_oldest_record_age_seconds",
                  List.of("bound", "group", "kind"),
                  List.of(bound, GroupLags.NAME, "consumer")))
          .isEqualTo(64);
    }
  }

  @Test
  void tellsRatesOnceTheyAreKnown() throws InterruptedException {
    watch.read();
    assertThat(names()).doesNotContain("shardline_group_records_in_per_second");

    clock.advance(Duration.ofSeconds(5));
    lag = GroupLags.known(2, 110, clock.instant());
    watch.read();

    assertThat(ofGroup("shardline_group_records_in_per_second")).isEqualTo(2);
    assertThat(ofGroup("shardline_group_records_out_per_second")).isEqualTo(3);
    assertThat(ofGroup("shardline_group_time_to_empty_seconds")).isEqualTo(2);
  }

  @Test
  void leavesOutWhatIsNotKnown() throws InterruptedException {
    caughtUp = false;
    lag = GroupLags.unknown("not told");
    watch.read();

    assertThat(names())
        .containsExactlyInAnyOrder("shardline_group_lag_known", "shardline_group_members");
    assertThat(value("shardline_group_lag_known", List.of("group"), List.of(GroupLags.NAME)))
        .isZero();
  }

  @Test
  void leavesOutWhatIsTooOld() throws InterruptedException {
    watch.read();
    away = true;
    clock.advance(INTERVAL.multipliedBy(3));
    watch.read();

    assertThat(names()).containsExactlyInAnyOrder("shardline_group_lag_known", "shardline_workers");
  }

  @Test
  void countsDeadLettersByCause() {
    activity.dead().add("shards-dead", "CRASHED", clock.instant(), "died");
    activity.dead().add("shards-dead", "CRASHED", clock.instant(), "died again");

    assertThat(
            value(
                "shardline_dead_letters",
                List.of("reason", "topic"),
                List.of("CRASHED", "shards-dead")))
        .isEqualTo(2);
  }

  private Double ofGroup(String name) {
    return value(name, List.of("group", "kind"), GROUP);
  }

  private Double value(String name, List<String> labels, List<String> values) {
    return registry.getSampleValue(
        name, labels.toArray(String[]::new), values.toArray(String[]::new));
  }

  private Set<String> names() {
    Set<String> names = new HashSet<>();
    registry.metricFamilySamples().asIterator().forEachRemaining(family -> names.add(family.name));
    return names;
  }

  private WorkerStatus worker() {
    return new WorkerStatus(
        "transform-1",
        "transform-service",
        clock.instant(),
        clock.instant(),
        Duration.ofSeconds(5),
        4,
        3,
        false,
        false,
        new WorkerStatus.Answers(0, 0, 0),
        List.of());
  }
}
