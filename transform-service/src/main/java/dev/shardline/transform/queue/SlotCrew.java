package dev.shardline.transform.queue;

import dev.shardline.transform.shard.ShardWork;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All slots of a worker, on the share group. */
public final class SlotCrew {

  private static final System.Logger LOG = System.getLogger(SlotCrew.class.getName());

  private final ShardWork work;
  private final Drain drain;
  private final String group;
  private final QueueConsumers consumers;
  private final List<Thread> threads = new ArrayList<>();

  /**
   * A crew that has not started.
   *
   * @param connection how to reach the brokers: servers, TLS, SASL
   * @param group the share group
   * @param topic where the shards are
   */
  public SlotCrew(
      ShardWork work, Drain drain, Map<String, Object> connection, String group, String topic) {
    this.work = work;
    this.drain = drain;
    this.group = group;
    this.consumers = new QueueConsumers(connection, group, topic);
  }

  /** Puts so many slots in service. */
  public void start(int slots) {
    for (int i = 1; i <= slots; i++) {
      String name = "slot-" + i;
      threads.add(
          Thread.ofPlatform()
              .name(name + "-queue")
              .start(new SlotRunner(name, work, consumers::open, drain)));
    }
    LOG.log(Level.INFO, "Taking shards from share group " + group + " on " + slots + " slots");
  }

  /** Whether no slot has ended. */
  public boolean isComplete() {
    return threads.stream().allMatch(Thread::isAlive);
  }

  /** Waits until every slot has ended, which the drain bounds. */
  public void awaitEnd() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
