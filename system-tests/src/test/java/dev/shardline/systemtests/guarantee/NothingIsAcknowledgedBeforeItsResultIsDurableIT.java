package dev.shardline.systemtests.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.job.JobId;
import dev.shardline.systemtests.fleet.ServiceProcess;
import dev.shardline.systemtests.fleet.ShareGroup;
import dev.shardline.systemtests.ledger.Entry;
import dev.shardline.systemtests.ledger.Ledger;
import dev.shardline.systemtests.work.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nothing is acknowledged before its result is durable: whenever the brokers say how far everything
 * is acknowledged, all results up to there can be read already, also while workers are killed.
 */
@ExtendWith(SharedStage.class)
class NothingIsAcknowledgedBeforeItsResultIsDurableIT {

  private static final int SHARDS = 150;

  /** Any would do. */
  private static final long SEED = 1;

  private static final Duration LIMIT = Duration.ofMinutes(4);

  /** Offsets below this were acknowledged at that time. */
  private record Acknowledged(long below, Instant at) {}

  @Test
  void whateverIsAcknowledgedHasAResultThatCanBeRead(Stage stage) throws Exception {
    JobId job = stage.submit(Workload.mixed(SHARDS, new Random(SEED)));

    List<Acknowledged> observed = new ArrayList<>();
    Deque<ServiceProcess> toKill = new ArrayDeque<>(stage.fleet().workers());
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", stage.fleet().bootstrapServers()))) {
      await("every shard is answered")
          .atMost(LIMIT)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> {
            long below = ShareGroup.startOffset(admin);
            observed.add(new Acknowledged(below, Instant.now()));
            long answered = stage.reader().shards(job).answered();
            int killed = stage.fleet().workers().size() - toKill.size();
            if (answered > (killed + 1) * SHARDS / 4 && !toKill.isEmpty()) {
              toKill.remove().kill();
            }
            return answered == SHARDS;
          });
    }

    Ledger ledger = stage.settle(job, SHARDS);
    long middle = ledger.entries().get(SHARDS / 2).asked().getFirst().offset();
    assertThat(observed)
        .as("acknowledgements were seen while the job ran")
        .anyMatch(acknowledged -> acknowledged.below() > middle);
    for (Entry entry : ledger.entries()) {
      long offset = entry.asked().getFirst().offset();
      assertThat(observed)
          .filteredOn(acknowledged -> offset < acknowledged.below())
          .allSatisfy(acknowledged ->
              assertThat(entry.answers().getFirst().at()).isBeforeOrEqualTo(acknowledged.at()));
    }
  }
}
