package dev.shardline.transform.worker;

import dev.shardline.contracts.Topics;
import dev.shardline.transform.shard.Drain;
import dev.shardline.transform.shard.ShardWork;
import dev.shardline.transform.shard.SlotCrew;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jboss.logging.Logger;

/** Starts the slots with the process and drains them at its stop. */
@ApplicationScoped
public class QueueWorker {

  private static final Logger LOG = Logger.getLogger(QueueWorker.class);

  private final TransformConfig config;
  private final Drain drain;
  private final SlotCrew crew;

  QueueWorker(
      TransformConfig config,
      ShardWork work,
      Drain drain,
      @Identifier("default-kafka-broker") Map<String, Object> connection) {
    this.config = config;
    this.drain = drain;
    this.crew = new SlotCrew(work, drain, connection, config.group(), Topics.SHARDS);
  }

  void start(@Observes StartupEvent event) {
    Slots slots = Slots.of(config.slots());
    if (slots.exceedCores()) {
      LOG.warnf(
          "transform.slots=%d is more than the %d cores this process may use: shards would take "
              + "turns on the cores, so each takes longer and none is done sooner",
          slots.count(), slots.cores());
    }
    if (config.consumption() == TransformConfig.Consumption.QUEUE) {
      crew.start(slots.count());
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    drain.begin(config.drainTimeout());
    crew.awaitEnd();
  }

  /** Whether every slot is in service, or none is meant to be. */
  boolean isInService() {
    return !drain.hasBegun() && crew.isComplete();
  }
}
