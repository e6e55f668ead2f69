package dev.shardline.monitor.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.lag.ClusterAwayException;
import dev.shardline.lag.Fact;
import dev.shardline.lag.GroupKind;
import dev.shardline.lag.LagReading;
import dev.shardline.lag.StartPolicy;
import dev.shardline.lag.WatchedGroup;
import dev.shardline.monitor.activity.Activity;
import dev.shardline.monitor.group.GroupLags;
import dev.shardline.monitor.group.LagWatch;
import dev.shardline.monitor.group.MutableClock;
import dev.shardline.monitor.job.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverviewSourceTest {

  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final MutableClock clock = new MutableClock();
  private boolean caughtUp = true;
  private boolean away;
  private final Activity activity = Activity.since(clock.instant(), () -> caughtUp);
  private final LagWatch watch =
      new LagWatch(
          groups -> {
            if (away) {
              throw new ClusterAwayException("nobody listens", new IllegalStateException());
            }
            return new LagReading(
                clock.instant(),
                List.of(GroupLags.known(7, 100, clock.instant())),
                6,
                Duration.ZERO);
          },
          List.of(
              new WatchedGroup(
                  GroupLags.NAME, GroupKind.CONSUMER, List.of("shards"), StartPolicy.UNKNOWN)),
          INTERVAL,
          Duration.ofMinutes(1),
          _ -> Fact.known(2L),
          clock);
  private final OverviewSource source =
      new OverviewSource(
          watch,
          _ -> Fact.known(2L),
          Map.of(GroupLags.NAME, "transform-service"),
          activity,
          INTERVAL,
          clock);

  @Test
  void countsAnswersOnceTheyWereRead() throws InterruptedException {
    watch.read();
    activity.totals().shard(Answer.DONE, 2);

    Overview overview = source.overview();

    assertThat(overview.flow().done()).isEqualTo(1);
    assertThat(overview.flow().failed()).isZero();
    assertThat(overview.flow().answersReason()).isNull();
    assertThat(overview.workers()).isEmpty();
    assertThat(overview.flow().shards().running()).isZero();
    assertThat(overview.flow().shards().runningReason()).isNull();
    assertThat(overview.groups().getFirst().attemptsAboveOne()).isEqualTo(1);
    assertThat(overview.flow().deadLetters())
        .extracting(Overview.DeadTopic::count)
        .containsOnly(0L);
  }

  @Test
  void takesNothingForZeroThatWasNotRead() throws InterruptedException {
    caughtUp = false;
    watch.read();

    Overview overview = source.overview();

    assertThat(overview.workers()).isNull();
    assertThat(overview.jobs()).isNull();
    assertThat(overview.failures()).isNull();
    assertThat(overview.deadLettersByCause()).isNull();
    assertThat(overview.groups().getFirst().attemptsAboveOne()).isNull();
    assertThat(overview.flow().done()).isNull();
    assertThat(overview.flow().failed()).isNull();
    assertThat(overview.flow().cancelled()).isNull();
    assertThat(overview.flow().ingested()).isNull();
    assertThat(overview.flow().ingestFailed()).isNull();
    assertThat(overview.flow().answersReason()).isNotNull();
    assertThat(overview.flow().shards().running()).isNull();
    assertThat(overview.flow().shards().runningReason()).isNotNull();
    assertThat(overview.flow().deadLetters())
        .allSatisfy(dead -> {
          assertThat(dead.count()).isNull();
          assertThat(dead.reason()).isNotNull();
        });
  }

  @Test
  void saysThatItIsStaleAndWhy() throws InterruptedException {
    watch.read();
    away = true;
    clock.advance(INTERVAL.multipliedBy(3));
    watch.read();

    Overview overview = source.overview();

    assertThat(overview.stale()).isTrue();
    assertThat(overview.staleReason()).isEqualTo("lag was last read 15 s ago; nobody listens");
    assertThat(overview.cluster()).isEqualTo(new Overview.Cluster(false, "nobody listens"));
    assertThat(overview.flow().shards().lag()).isNull();
    assertThat(overview.flow().shards().lagReason()).contains("nobody listens");
    assertThat(overview.flow().shards().running()).isNull();
    assertThat(overview.flow().shards().runningReason()).contains("nobody listens");
    assertThat(overview.groups().getFirst().known()).isFalse();
    assertThat(overview.history().getFirst().points().getLast().lag()).isNull();
  }

  @Test
  void sendsTheNewestPointOfEachHistoryAlone() throws InterruptedException {
    watch.read();
    clock.advance(INTERVAL);
    watch.read();

    Overview overview = source.overview();

    assertThat(overview.history().getFirst().points()).hasSize(2);
    assertThat(overview.withNewestPoints().history().getFirst().points())
        .containsExactly(overview.history().getFirst().points().getLast());
  }
}
