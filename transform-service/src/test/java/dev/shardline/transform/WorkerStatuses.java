package dev.shardline.transform;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.worker.WorkerStatus;
import dev.shardline.contracts.worker.WorkerStatusCodec;
import java.util.function.Predicate;

/** What the workers told of themselves. */
record WorkerStatuses(KafkaCluster cluster) {

  /** Waits for a status like that. */
  WorkerStatus await(Predicate<WorkerStatus> wanted) {
    return cluster
        .read(
            Topics.WORKER_STATUS,
            record -> {
              WorkerStatus status = WorkerStatusCodec.decode(record.value());
              return record.key().equals(status.worker()) && wanted.test(status) ? status : null;
            },
            1)
        .getFirst();
  }
}
