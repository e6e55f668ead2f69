package dev.shardline.transform.status;

import dev.shardline.contracts.worker.WorkerStatus;
import dev.shardline.transform.queue.Drain;
import dev.shardline.transform.settings.CpuSlots;
import dev.shardline.transform.settings.TransformSettings;
import dev.shardline.transform.settings.WorkerId;
import dev.shardline.transform.shard.RunningShards;
import dev.shardline.transform.shard.ShardTally;
import dev.shardline.worker.identity.WorkerIdentity;
import dev.shardline.worker.status.Activity;
import dev.shardline.worker.status.StatusReport;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the status topic what this worker is at, from its start until all else has ended. */
@ApplicationScoped
public class StatusReports {

  private static final String SERVICE = "transform-service";

  private final TransformSettings settings;
  private final RunningShards running;
  private final ShardTally tally;
  private final Drain drain;
  private final Map<String, Object> connection;
  private @Nullable StatusReport report;

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
    report =
        StatusReport.begin(
            new WorkerIdentity(
                WorkerId.of(settings), SERVICE, CpuSlots.of(settings.slots()).count()),
            settings.statusInterval(),
            this::activity,
            connection);
  }

  /** Tells the end. Beans are destroyed once both ways of consumption have drained. */
  @PreDestroy
  public void end() {
    if (report != null) {
      report.close();
    }
  }

  private Activity activity() {
    return new Activity(
        tally.held(), drain.hasBegun(), tally.answers(), running.oldest(WorkerStatus.MAX_RUNNING));
  }
}
