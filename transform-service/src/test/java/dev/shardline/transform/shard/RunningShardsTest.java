package dev.shardline.transform.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunningShardsTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:10Z");

  private final RunningShards running = new RunningShards();
  private final Thread watch = Thread.ofPlatform().daemon().unstarted(running::watchTimeLimits);

  @BeforeEach
  void watchIt() {
    watch.start();
    awaitSleep();
  }

  @AfterEach
  void end() {
    watch.interrupt();
  }

  @Test
  void aTimeLimitIsKeptThatIsSoonerThanWhatTheWatchSleepsFor() {
    Stop first = begin(Duration.ofDays(7));
    awaitSleep();

    Stop second = begin(Duration.ofMillis(20));

    await().until(second::isCancelled);
    assertThat(second.cause()).isEqualTo(Stop.Cause.DEADLINE);
    assertThat(first.isCancelled()).isFalse();
  }

  @Test
  void manyTimeLimitsAreKeptThatBeginWhileTheWatchIsAwake() {
    for (int round = 0; round < 2_000; round++) {
      Stop stop = begin(Duration.ofNanos(1 + 37L * round));

      await().pollDelay(Duration.ZERO).pollInterval(Duration.ofNanos(1)).until(stop::isCancelled);
    }
  }

  @Test
  void shardsThatRunAloneDoNotWakeTheWatchEach() {
    enter(Duration.ofDays(1), new Stop()).close();
    awaitSleep();
    long sleeps = sleeps();

    for (int i = 0; i < 100; i++) {
      enter(Duration.ofDays(1), new Stop()).close();
      awaitSleep();
    }

    assertThat(sleeps() - sleeps).isLessThan(5);
  }

  @Test
  void theWatchEndsWhenItIsInterrupted() throws Exception {
    watch.interrupt();

    assertThat(watch.join(Duration.ofSeconds(30))).isTrue();
  }

  private void awaitSleep() {
    await()
        .pollDelay(Duration.ofMillis(2))
        .pollInterval(Duration.ofMillis(2))
        .until(() -> watch.getState() == Thread.State.TIMED_WAITING);
  }

  private long sleeps() {
    return ManagementFactory.getThreadMXBean().getThreadInfo(watch.threadId()).getWaitedCount();
  }

  private Stop begin(Duration limit) {
    Stop stop = new Stop();
    var _ = enter(limit, stop);
    return stop;
  }

  private RunningShards.Entry enter(Duration limit, Stop stop) {
    Shard shard = new Shard(ShardId.single(JobId.create()), 5, "same", Output.SUMMARY, null);
    RunningShards.Entry entry = running.enter(shard, 1, NOW, null, stop);
    entry.limit(limit);
    return entry;
  }
}
