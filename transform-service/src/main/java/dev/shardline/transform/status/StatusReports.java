package dev.shardline.transform.status;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.worker.WorkerStatus;
import dev.shardline.contracts.worker.WorkerStatusCodec;
import dev.shardline.transform.notice.KafkaNotices;
import dev.shardline.transform.queue.Drain;
import dev.shardline.transform.settings.CpuSlots;
import dev.shardline.transform.settings.TransformSettings;
import dev.shardline.transform.settings.WorkerId;
import dev.shardline.transform.shard.RunningShards;
import dev.shardline.transform.shard.ShardTally;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the status topic what this worker is at, from its start until all else has ended. */
@ApplicationScoped
public class StatusReports {

  private static final String SERVICE = "transform-service";

  /** Of those that wait to be sent, the latest says all. */
  private static final int MAX_QUEUED = 2;

  private final TransformSettings settings;
  private final RunningShards running;
  private final ShardTally tally;
  private final Drain drain;
  private final Map<String, Object> connection;
  private @Nullable KafkaNotices notices;
  private @Nullable StatusTeller teller;

  StatusReports(
      TransformSettings settings,
      RunningShards running,
      ShardTally tally,
      Drain drain,
      @Identifier("default-kafka-broker") Map<String, Object> connection) {
    this.settings = settings;
    this.running = running;
    this.tally = tally;
    this.drain = drain;
    this.connection = connection;
  }

  void start(@Observes StartupEvent event) {
    if (settings.statusInterval().isZero()) {
      return;
    }
    KafkaNotices opened = KafkaNotices.connect(connection, Topics.WORKER_STATUS, MAX_QUEUED);
    StatusTeller begun =
        new StatusTeller(
            new WorkerIdentity(
                WorkerId.of(settings), SERVICE, CpuSlots.of(settings.slots()).count()),
            settings.statusInterval(),
            this::activity,
            status -> opened.send(status.worker(), () -> WorkerStatusCodec.encode(status)),
            InstantSource.system());
    begun.start();
    notices = opened;
    teller = begun;
  }

  /** Tells the end. Beans are destroyed once both ways of consumption have drained. */
  @PreDestroy
  public void end() {
    if (teller != null) {
      teller.close();
    }
    if (notices != null) {
      notices.close();
    }
  }

  private Activity activity() {
    return new Activity(
        tally.held(), drain.hasBegun(), tally.answers(), running.oldest(WorkerStatus.MAX_RUNNING));
  }
}
