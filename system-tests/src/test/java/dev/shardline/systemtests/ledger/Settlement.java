package dev.shardline.systemtests.ledger;

import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.systemtests.fleet.IngestGroup;
import dev.shardline.systemtests.fleet.ShareGroup;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Waits until work is over: everything is answered and acknowledged, so that no repeat can follow.
 * Where that does not come, the ledger says what is missing.
 *
 * @param bootstrapServers where the topics are
 * @param reader reads them
 */
public record Settlement(String bootstrapServers, LedgerReader reader) {

  /** Far more than any job here takes with its fault; what is not done by then is missing. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Whose records are acknowledged. */
  private interface Group {

    boolean isEmpty(Admin admin) throws InterruptedException;
  }

  /** The ledger of a job of so many shards, once it is over. */
  public Ledger of(JobId job, int shards) {
    try {
      reader.awaitShards(job, PATIENCE, ledger -> ledger.in() >= shards && ledger.missing() == 0);
      awaitAcknowledgement(ShareGroup::isEmpty);
    } catch (ConditionTimeoutException e) {
      // What is missing stands in the ledger.
    }
    return reader.shards(job);
  }

  /** The ledger of a request whose body has so many rows, and of its shards, once it is over. */
  public Ledger of(SourceId request, int rows) {
    try {
      reader.awaitRequests(request.job(), PATIENCE, ledger -> ledger.answered() > 0);
      // Before that, the request may be worked on once more.
      awaitAcknowledgement(IngestGroup::isEmpty);
    } catch (ConditionTimeoutException e) {
      // What is missing stands in the ledger.
    }
    Ledger shards = of(request.shardsJob(), rows);
    return reader.requests(request.job()).plus(shards);
  }

  private void awaitAcknowledgement(Group group) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      await("everything is acknowledged").atMost(PATIENCE).until(() -> group.isEmpty(admin));
    }
  }
}
