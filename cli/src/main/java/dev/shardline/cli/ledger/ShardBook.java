package dev.shardline.cli.ledger;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.json.InvalidMessageException;
import dev.shardline.contracts.part.Step;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Enters shards, their results and their dead letters. */
public final class ShardBook implements Book {

  private final Predicate<JobId> jobs;
  private final Ledger ledger;
  private final Names reasons = new Names();

  /**
   * @param since of jobs from this time on, all there is will be told
   * @param jobs those that are entered; records of others are passed over
   */
  public ShardBook(Instant since, Predicate<JobId> jobs) {
    this.jobs = jobs;
    this.ledger = new Ledger(since, (job, index) -> job + "/" + index);
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  /** A source's outcome says how many shards its body gave. */
  public void announced(JobId job, long count) {
    ledger.announced(job, count);
  }

  @Override
  public void request(
      byte @Nullable [] value, RecordPosition position, Map<String, String> headers) {
    Optional<Requeued> requeued = Requeued.of(headers);
    RecordPosition origin = requeued.map(Requeued::origin).orElse(position);
    ShardId id =
        switch (ShardCodec.decode(value, origin)) {
          case Decoded.Valid<ShardId, Shard> valid -> valid.message().id();
          case Decoded.Invalid<ShardId, Shard> invalid -> invalid.id();
        };
    if (jobs.test(id.job())) {
      // The steps of a shard that was brought back are copies of it, and no further redrives.
      boolean redrive = requeued.filter(Redrive::isOne).isPresent() && !Step.isOne(headers);
      ledger.asked(id.job(), id.index(), redrive);
    }
  }

  @Override
  public boolean answer(@Nullable String key, byte @Nullable [] value) {
    try {
      answer(key, ShardResultCodec.decode(value == null ? new byte[0] : value));
      return true;
    } catch (InvalidMessageException e) {
      return !KeyText.isOf(jobs, key);
    }
  }

  private void answer(@Nullable String key, ShardResult result) {
    ShardId id = result.id();
    if (!jobs.test(id.job())) {
      return;
    }
    if (id.key().equals(key)) {
      ledger.answered(id.job(), id.index(), verdict(result));
    } else {
      ledger.answeredElsewhere(id.job(), id.index());
    }
  }

  @Override
  public void letter(Map<String, String> headers) {
    DeadLetter.of(headers)
        .flatMap(letter -> KeyText.parse(letter.id()))
        .ifPresent(key -> {
          OptionalInt index = index(key.rest());
          if (jobs.test(key.job()) && index.isPresent()) {
            ledger.buried(key.job(), index.getAsInt());
          }
        });
  }

  private static OptionalInt index(String text) {
    try {
      return OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private Verdict verdict(ShardResult result) {
    return switch (result) {
      case ShardResult.Done done -> new Verdict(Status.DONE, Proof.head(done.value().sha256()));
      case ShardResult.Failed failed ->
          new Verdict(Status.FAILED, reasons.numberOf(failed.failure().reason().code()));
      case ShardResult.Cancelled cancelled -> new Verdict(Status.CANCELLED, 0);
    };
  }
}
