package dev.shardline.ingest.shard;

import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.source.Sharding;
import dev.shardline.tracing.TraceContext;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * What the rows of one body become.
 *
 * @param job the job that they form
 * @param count how many rows there are
 * @param sharding what was asked for
 * @param worker this process, as results name it
 * @param trace that they belong to
 */
record RowShards(JobId job, int count, Sharding sharding, String worker, TraceContext trace) {

  /**
   * Publishes a row: as a shard, or as the failed result of one.
   *
   * @param index the row's place, from 0
   */
  CompletionStage<Void> publish(Row row, int index, ShardPublisher publisher) {
    ShardId id = new ShardId(job, index, count);
    return switch (row) {
      case Row.Usable(long number) ->
          publisher.publish(
              new Shard(id, number, sharding.transform(), sharding.output(), sharding.timeLimit()),
              trace);
      case Row.Unusable unusable -> publisher.publish(failed(id, unusable), trace);
    };
  }

  private ShardResult.Failed failed(ShardId id, Row.Unusable row) {
    return new ShardResult.Failed(
        id,
        sharding.transform(),
        null,
        new Failure(Reason.INVALID_ROW, row.at(id.index() + 1L)),
        new Execution(1, worker, Duration.ZERO, Duration.ZERO));
  }
}
