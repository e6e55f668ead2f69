package dev.shardline.transform.queue;

import dev.shardline.transform.attempt.Attempts;
import dev.shardline.transform.shard.ShardMeter;
import dev.shardline.transform.shard.ShardWork;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All slots of a worker, on the share group. */
public final class SlotCrew {

  private static final System.Logger LOG = System.getLogger(SlotCrew.class.getName());

  /** A core that was taken for so long is not given back. */
  private static final Duration STUCK_FOR = Duration.ofMinutes(1);

  private final ShardWork work;
  private final Attempts attempts;
  private final ShardMeter meter;
  private final Drain drain;
  private final String group;
  private final String right;
  private final QueueConsumers consumers;
  private final LostLocks lostLocks = new LostLocks();
  private final StuckComputations stuck = new StuckComputations();
  private final List<SlotRunner> runners = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * A crew that has not started.
   *
   * @param meter counts the records that come and leave
   * @param connection how to reach the brokers: servers, TLS, SASL
   * @param group the share group
   * @param topic where the shards are
   */
  public SlotCrew(
      ShardWork work,
      Attempts attempts,
      ShardMeter meter,
      Drain drain,
      Map<String, Object> connection,
      String group,
      String topic) {
    this.work = work;
    this.attempts = attempts;
    this.meter = meter;
    this.drain = drain;
    this.group = group;
    this.right = "READ on topic %s or group %s".formatted(topic, group);
    this.consumers = new QueueConsumers(connection, group, topic);
  }

  /**
   * Puts so many slots in service.
   *
   * @param gate what each slot waits for before it begins anything; the group lets it in meanwhile
   */
  public void start(int slots, Gate gate) {
    for (int i = 1; i <= slots; i++) {
      String name = "slot-" + i;
      SlotRunner runner =
          new SlotRunner(
              name, right, work, attempts, consumers::open, gate, drain, lostLocks, meter, stuck);
      runners.add(runner);
      threads.add(Thread.ofPlatform().name(name + "-queue").start(runner));
    }
    LOG.log(Level.INFO, "Taking shards from share group " + group + " on " + slots + " slots");
  }

  /** Whether no slot has ended. */
  public boolean isComplete() {
    return threads.stream().allMatch(Thread::isAlive);
  }

  /** Whether the share group has let every slot in, so that shards come to it. */
  public boolean hasJoined() {
    return runners.stream().allMatch(SlotRunner::hasJoined);
  }

  /** Whether a computation goes on that was told to stop long ago, and takes a core. */
  public boolean isStuck() {
    return stuck.anyFor(STUCK_FOR);
  }

  /** How many locks were lost so far before the attempt came to an end. */
  public long lostLocks() {
    return lostLocks.count();
  }

  /** Waits until every slot has ended, which the drain bounds. */
  public void awaitEnd() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
