package dev.shardline.systemtests.ledger;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceOutcomeCodec;
import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.contracts.source.SourceRequestCodec;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Enters the records of the topics in the books of shards and of requests, and among the dead
 * letters.
 */
final class TopicRecords {

  /** The topics that are read. */
  static final List<String> TOPICS =
      List.of(
          Topics.SHARDS,
          Topics.SHARD_RESULTS,
          Topics.SOURCE_REQUESTS,
          Topics.SOURCE_OUTCOMES,
          Topics.SHARDS_DEAD,
          Topics.SOURCE_REQUESTS_DEAD);

  private final Book shards;
  private final Book requests;
  private final DeadLetters dead;

  TopicRecords(Book shards, Book requests, DeadLetters dead) {
    this.dead = dead;
    this.shards = shards;
    this.requests = requests;
  }

  void enter(ConsumerRecord<byte[], byte[]> record) {
    Instant at = Instant.ofEpochMilli(record.timestamp());
    switch (record.topic()) {
      case Topics.SHARDS -> {
        ShardId id = shard(record);
        shards.ask(id.job(), id.key(), asked(record));
      }
      case Topics.SHARD_RESULTS -> {
        ShardResult result = ShardResultCodec.decode(record.value());
        shards.answer(result.id().job(), result.id().key(), answer(result, at));
      }
      case Topics.SOURCE_REQUESTS -> {
        SourceId id = request(record);
        requests.ask(id.job(), id.key(), asked(record));
      }
      case Topics.SOURCE_OUTCOMES -> {
        SourceOutcome outcome = SourceOutcomeCodec.decode(record.value());
        requests.answer(outcome.id().job(), outcome.id().key(), answer(outcome, at));
      }
      case Topics.SHARDS_DEAD, Topics.SOURCE_REQUESTS_DEAD -> dead.enter(record);
      default -> throw new IllegalArgumentException("no book for " + record.topic());
    }
  }

  private static Asked asked(ConsumerRecord<byte[], byte[]> record) {
    return new Asked(Instant.ofEpochMilli(record.timestamp()), record.partition(), record.offset());
  }

  private static ShardId shard(ConsumerRecord<byte[], byte[]> record) {
    return switch (ShardCodec.decode(record.value(), origin(record))) {
      case Decoded.Valid<ShardId, Shard>(Shard shard) -> shard.id();
      case Decoded.Invalid<ShardId, Shard> invalid -> invalid.id();
    };
  }

  private static SourceId request(ConsumerRecord<byte[], byte[]> record) {
    return switch (SourceRequestCodec.decode(record.value(), origin(record))) {
      case Decoded.Valid<SourceId, SourceRequest>(SourceRequest request) -> request.id();
      case Decoded.Invalid<SourceId, SourceRequest> invalid -> invalid.id();
    };
  }

  private static Answer answer(ShardResult result, Instant at) {
    Execution execution = result.execution();
    int attempt = execution.attempt();
    String worker = execution.worker();
    return switch (result) {
      case ShardResult.Done done ->
          new Answer(at, "DONE", List.of(done.number(), done.value()), attempt, worker);
      case ShardResult.Failed failed ->
          new Answer(at, "FAILED", failed.failure().reason(), attempt, worker);
      case ShardResult.Cancelled _ -> new Answer(at, "CANCELLED", "CANCELLED", attempt, worker);
    };
  }

  private static Answer answer(SourceOutcome outcome, Instant at) {
    return switch (outcome) {
      case SourceOutcome.Ingested ingested ->
          new Answer(at, "DONE", List.of(ingested.object(), ingested.shardCount()), 1, "");
      case SourceOutcome.Failed failed ->
          new Answer(at, "FAILED", failed.failure().reason(), 1, "");
    };
  }

  /** Where the record stood at first, on which derived ids depend. */
  private static RecordPosition origin(ConsumerRecord<byte[], byte[]> record) {
    return Requeued.of(DeadLetters.headers(record))
        .map(Requeued::origin)
        .orElseGet(() ->
            new RecordPosition(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp())));
  }
}
