package dev.shardline.cli;

import dev.shardline.cli.job.Request;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import dev.shardline.contracts.source.Fetch;
import dev.shardline.contracts.source.RawObject;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceOutcomeCodec;
import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.contracts.source.SourceRequestCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the services would answer. */
public final class Answers {

  private static final Map<Long, Integer> DIGITS =
      Map.of(2500L, 7408, 2600L, 7749, 2700L, 8091, 2800L, 8435);

  private static final Execution EXECUTION =
      new Execution(1, "test-1", Duration.ofMillis(3), Duration.ofMillis(1));

  private Answers() {}

  /** The shard of a record. */
  public static Shard shard(ConsumerRecord<String, String> record) {
    Decoded<ShardId, Shard> decoded =
        ShardCodec.decode(record.value().getBytes(StandardCharsets.UTF_8), position(record));
    return ((Decoded.Valid<ShardId, Shard>) decoded).message();
  }

  /** Done, with the true count of digits for the numbers of the examples. */
  public static Request done(Shard shard) {
    return done(shard, DIGITS.getOrDefault(shard.number(), 1));
  }

  /** Done, with any count of digits. */
  public static Request done(Shard shard, int digits) {
    IntegerValue value = new IntegerValue(digits, "ab".repeat(32), "1", "3", null);
    return result(
        new ShardResult.Done(shard.id(), shard.transform(), shard.number(), value, EXECUTION));
  }

  /** Failed. */
  public static Request failed(Shard shard) {
    return result(
        new ShardResult.Failed(
            shard.id(),
            shard.transform(),
            shard.number(),
            new Failure(Reason.NUMBER_TOO_LARGE, "the maximum is 10"),
            EXECUTION));
  }

  /** Cancelled. */
  public static Request cancelled(Shard shard) {
    return result(
        new ShardResult.Cancelled(shard.id(), shard.transform(), shard.number(), EXECUTION));
  }

  /** A dead letter that has just been put aside. */
  public static DeadLetter deadLetter(String id, RecordPosition origin) {
    return new DeadLetter(
        id,
        origin,
        new Failure(Reason.NUMBER_TOO_LARGE, "the maximum is 10"),
        1,
        Instant.now(),
        "test-1");
  }

  /** The source request of a record. */
  public static SourceRequest source(ConsumerRecord<String, String> record) {
    return switch (SourceRequestCodec.decode(
        record.value().getBytes(StandardCharsets.UTF_8), position(record))) {
      case Decoded.Valid<?, SourceRequest> valid -> valid.message();
      case Decoded.Invalid<?, SourceRequest> invalid ->
          throw new AssertionError("not a request: " + invalid.failure());
    };
  }

  /** Ingested, and turned into so many shards. */
  public static Request ingested(SourceRequest request, int shards) {
    return ingested(request.id(), shards);
  }

  /** The same, by the source's id. */
  public static Request ingested(SourceId source, int shards) {
    return ingested(source, shards, 0);
  }

  /** The same, with so many bad rows among them. */
  public static Request ingested(SourceId source, int shards, int badRows) {
    RawObject object = new RawObject(URI.create("file:///objects/1"), 12, "cd".repeat(32));
    return outcome(new SourceOutcome.Ingested(source, object, shards, badRows, fetch()));
  }

  /** Not ingested. */
  public static Request failed(SourceRequest request) {
    Failure failure = new Failure(Reason.HTTP_STATUS, "the source answered 503");
    return outcome(new SourceOutcome.Failed(request.id(), failure, fetch()));
  }

  private static Request result(ShardResult result) {
    return new Request(
        result.id().key(), new String(ShardResultCodec.encode(result), StandardCharsets.UTF_8));
  }

  private static Request outcome(SourceOutcome outcome) {
    return new Request(
        outcome.id().key(), new String(SourceOutcomeCodec.encode(outcome), StandardCharsets.UTF_8));
  }

  private static Fetch fetch() {
    return new Fetch(1, Duration.ofMillis(5), Instant.EPOCH, Instant.EPOCH);
  }

  private static RecordPosition position(ConsumerRecord<String, String> record) {
    return new RecordPosition(
        record.topic(),
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()));
  }
}
