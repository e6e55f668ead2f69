package dev.shardline.transform.queue;

import dev.shardline.contracts.Topics;
import dev.shardline.transform.attempt.Attempts;
import dev.shardline.transform.cancellation.CancellationFollower;
import dev.shardline.transform.settings.Consumption;
import dev.shardline.transform.settings.CpuSlots;
import dev.shardline.transform.settings.TransformSettings;
import dev.shardline.transform.shard.ShardMeter;
import dev.shardline.transform.shard.ShardWork;
import dev.shardline.worker.access.KafkaAccess;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts the slots with the process and drains them at its stop. */
@ApplicationScoped
public class QueueWorker {

  private static final Logger LOG = Logger.getLogger(QueueWorker.class);

  private final TransformSettings settings;
  private final Drain drain;
  private final DeliveryLimit deliveryLimit;
  private final CancellationFollower cancellations;
  private final Map<String, Object> connection;
  private final String group;
  private final SlotCrew crew;
  private final Attempts attempts;
  private final CountDownLatch attemptsPrepared = new CountDownLatch(1);

  QueueWorker(
      TransformSettings settings,
      ShardWork work,
      Attempts attempts,
      ShardMeter meter,
      Drain drain,
      DeliveryLimit deliveryLimit,
      CancellationFollower cancellations,
      @Identifier("default-kafka-broker") Map<String, Object> connection) {
    this.settings = settings;
    this.attempts = attempts;
    this.drain = drain;
    this.deliveryLimit = deliveryLimit;
    this.cancellations = cancellations;
    this.connection = connection;
    this.group = settings.group().orElse(settings.consumption().defaultGroup());
    this.crew = new SlotCrew(work, attempts, meter, drain, connection, group, Topics.SHARDS);
  }

  void start(@Observes StartupEvent event) {
    CpuSlots slots = CpuSlots.of(settings.slots());
    if (slots.exceedCores()) {
      LOG.warnf(
          "transform.slots=%d is more than the %d cores this process may use: shards would take "
              + "turns on the cores, so each takes longer and none is done sooner",
          slots.count(), slots.cores());
    }
    if (settings.consumption() == Consumption.QUEUE) {
      Thread.ofVirtual().start(this::readDeliveryLimit);
      Thread.ofVirtual().start(this::prepareAttempts);
      crew.start(slots.count(), this::awaitPrepared);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    drain();
  }

  /** Takes nothing more, and returns when nothing is computed any more or the time is over. */
  public void drain() throws InterruptedException {
    drain.begin(settings.drainTimeout());
    crew.awaitEnd();
  }

  /** Whether every slot is in service and let in by the group, or none is meant to be. */
  boolean isInService() {
    return !drain.hasBegun()
        && (settings.consumption() != Consumption.QUEUE || isPrepared())
        && crew.isComplete()
        && crew.hasJoined();
  }

  /** Whether this process can do its work: no slot has failed, and no core is lost. */
  boolean isSound() {
    return (drain.hasBegun() || crew.isComplete()) && !crew.isStuck();
  }

  long lostLocks() {
    return crew.lostLocks();
  }

  private boolean awaitPrepared(Duration atMost) throws InterruptedException {
    return cancellations.awaitCaughtUp(atMost)
        && attemptsPrepared.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean isPrepared() {
    return cancellations.hasCaughtUp() && attemptsPrepared.getCount() == 0;
  }

  private void prepareAttempts() {
    try {
      attempts.prepare();
    } catch (RuntimeException e) {
      // Said again, and waited for, when a shard comes that it matters for.
      LOG.errorf(
          "What was tried of shards cannot be read: %s",
          KafkaAccess.told(e, "READ on topic " + Topics.SHARD_ATTEMPTS));
    } finally {
      attemptsPrepared.countDown();
    }
  }

  private void readDeliveryLimit() {
    try {
      new ShareGroupSettings(group).deliveryLimit(connection).ifPresent(deliveryLimit::set);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
