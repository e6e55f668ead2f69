package dev.shardline.ingest.status;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.worker.WorkerStatus;
import dev.shardline.contracts.worker.WorkerStatusCodec;
import dev.shardline.ingest.notice.KafkaNotices;
import dev.shardline.ingest.request.RequestTally;
import dev.shardline.ingest.request.RequestWorkers;
import dev.shardline.ingest.settings.IngestSettings;
import dev.shardline.ingest.settings.WorkerId;
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

  private static final String SERVICE = "ingest-service";

  /** Of those that wait to be sent, the latest says all. */
  private static final int MAX_QUEUED = 2;

  private final IngestSettings settings;
  private final RequestTally tally;
  private final RequestWorkers workers;
  private final Map<String, Object> connection;
  private @Nullable KafkaNotices notices;
  private @Nullable StatusTeller teller;

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
    KafkaNotices opened = KafkaNotices.connect(connection, Topics.WORKER_STATUS, MAX_QUEUED);
    StatusTeller begun =
        new StatusTeller(
            new WorkerIdentity(WorkerId.of(settings), SERVICE, settings.workers()),
            settings.statusInterval(),
            this::activity,
            status -> opened.send(status.worker(), () -> WorkerStatusCodec.encode(status)),
            InstantSource.system());
    begun.start();
    notices = opened;
    teller = begun;
  }

  /** Tells the end. Beans are destroyed once the workers have drained. */
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
        tally.held(),
        !workers.isInService(),
        tally.answers(),
        tally.oldest(WorkerStatus.MAX_RUNNING));
  }
}
