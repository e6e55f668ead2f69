package dev.shardline.ingest.status;

import dev.shardline.contracts.worker.WorkerStatus;
import dev.shardline.ingest.request.RequestTally;
import dev.shardline.ingest.request.RequestWorkers;
import dev.shardline.ingest.settings.IngestSettings;
import dev.shardline.ingest.settings.WorkerId;
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

  private static final String SERVICE = "ingest-service";

  private final IngestSettings settings;
  private final RequestTally tally;
  private final RequestWorkers workers;
  private final Map<String, Object> connection;
  private @Nullable StatusReport report;

  StatusReports(
      IngestSettings settings,
      RequestTally tally,
      RequestWorkers workers,
      @Identifier("default-kafka-broker") Map<String, Object> connection) {
    this.settings = settings;
    this.tally = tally;
    this.workers = workers;
    this.connection = connection;
  }

  void start(@Observes StartupEvent event) {
    if (settings.statusInterval().isZero()) {
      return;
    }
    report =
        StatusReport.begin(
            new WorkerIdentity(WorkerId.of(settings), SERVICE, settings.workers()),
            settings.statusInterval(),
            this::activity,
            connection);
  }

  /** Tells the end. Beans are destroyed once the workers have drained. */
  @PreDestroy
  public void end() {
    if (report != null) {
      report.close();
    }
  }

  private Activity activity() {
    return new Activity(
        tally.held(),
        !workers.isInService(),
        tally.answers(),
        tally.oldest(WorkerStatus.MAX_RUNNING));
  }
}
