package dev.shardline.monitor.feed;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceOutcomeCodec;
import dev.shardline.contracts.worker.WorkerStatusCodec;
import dev.shardline.monitor.activity.Activity;
import dev.shardline.monitor.failure.RecentFailure;
import dev.shardline.monitor.job.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Understands the records of Shardline's topics. */
public final class AnswerReader {

  private final Activity activity;

  /** Tells it what is read. */
  public AnswerReader(Activity activity) {
    this.activity = activity;
  }

  /** A shard's result. */
  public void result(ConsumerRecord<byte[], byte[]> record) {
    ShardResult result = ShardResultCodec.decode(record.value());
    Answer answer =
        switch (result) {
          case ShardResult.Done _ -> Answer.DONE;
          case ShardResult.Failed failed -> {
            String what = failed.transform() == null ? "a shard" : failed.transform();
            failed(record, result.id().key(), what, failed.failure(), result.execution().attempt());
            yield Answer.FAILED;
          }
          case ShardResult.Cancelled _ -> Answer.CANCELLED;
        };
    activity.totals().shard(answer, result.execution().attempt());
    activity
        .jobs()
        .answered(
            result.id().job(),
            "shards",
            result.id().index(),
            answer,
            OptionalLong.of(result.id().count()),
            at(record));
  }

  /** A source's outcome. */
  public void outcome(ConsumerRecord<byte[], byte[]> record) {
    SourceOutcome outcome = SourceOutcomeCodec.decode(record.value());
    Answer answer =
        switch (outcome) {
          case SourceOutcome.Ingested _ -> Answer.DONE;
          case SourceOutcome.Failed failed -> {
            failed(
                record,
                outcome.id().key(),
                outcome.id().source(),
                failed.failure(),
                outcome.fetch().attempts());
            yield Answer.FAILED;
          }
        };
    activity.totals().source(answer);
    activity
        .jobs()
        .answered(
            outcome.id().job(),
            "sources",
            outcome.id().source(),
            answer,
            OptionalLong.empty(),
            at(record));
  }

  /** A dead letter. */
  public void deadLetter(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(header -> {
          if (header.value() != null) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
          }
        });
    DeadLetter.of(headers)
        .ifPresentOrElse(
            letter ->
                activity
                    .dead()
                    .add(
                        record.topic(),
                        letter.failure().reason().code(),
                        letter.at(),
                        letter.failure().message()),
            () ->
                activity
                    .dead()
                    .add(record.topic(), "UNKNOWN", at(record), "its headers do not say why"));
  }

  /** What a worker is at. */
  public void status(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() != null) {
      activity.workers().heard(WorkerStatusCodec.decode(record.value()));
    }
  }

  private void failed(
      ConsumerRecord<byte[], byte[]> record,
      String key,
      String what,
      Failure failure,
      int attempt) {
    activity
        .failures()
        .add(
            new RecentFailure(
                at(record),
                key,
                what,
                failure.reason().code(),
                failure.message(),
                record.topic(),
                record.partition(),
                record.offset(),
                attempt));
  }

  private static Instant at(ConsumerRecord<byte[], byte[]> record) {
    return Instant.ofEpochMilli(record.timestamp());
  }
}
