package dev.shardline.cli.ledger;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.json.InvalidMessageException;
import dev.shardline.contracts.requeue.Requeued;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceOutcomeCodec;
import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.contracts.source.SourceRequestCodec;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Enters source requests, their outcomes and their dead letters. */
public final class SourceBook implements Book {

  private final Predicate<JobId> jobs;
  private final Consumer<SourceId> known;
  private final Consumer<SourceOutcome.Ingested> ingested;
  private final Ledger ledger;
  private final Names sources = new Names();
  private final Names reasons = new Names();

  /**
   * @param since of jobs from this time on, all there is will be told
   * @param jobs those that are entered; records of others are passed over
   * @param known hears of each source that is entered, perhaps several times
   * @param ingested hears of each source that was ingested, perhaps several times
   */
  public SourceBook(
      Instant since,
      Predicate<JobId> jobs,
      Consumer<SourceId> known,
      Consumer<SourceOutcome.Ingested> ingested) {
    this.jobs = jobs;
    this.known = known;
    this.ingested = ingested;
    this.ledger = new Ledger(since, (job, source) -> new SourceId(job, sources.name(source)).key());
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public void request(
      byte @Nullable [] value, RecordPosition position, Map<String, String> headers) {
    Optional<Requeued> requeued = Requeued.of(headers);
    RecordPosition origin = requeued.map(Requeued::origin).orElse(position);
    SourceId id =
        switch (SourceRequestCodec.decode(value, origin)) {
          case Decoded.Valid<SourceId, SourceRequest> valid -> valid.message().id();
          case Decoded.Invalid<SourceId, SourceRequest> invalid -> invalid.id();
        };
    if (jobs.test(id.job())) {
      known.accept(id);
      ledger.asked(
          id.job(), sources.numberOf(id.source()), requeued.filter(Redrive::isOne).isPresent());
    }
  }

  @Override
  public boolean answer(@Nullable String key, byte @Nullable [] value) {
    try {
      answer(key, SourceOutcomeCodec.decode(value == null ? new byte[0] : value));
      return true;
    } catch (InvalidMessageException e) {
      return !KeyText.isOf(jobs, key);
    }
  }

  private void answer(@Nullable String key, SourceOutcome outcome) {
    SourceId id = outcome.id();
    if (!jobs.test(id.job())) {
      return;
    }
    known.accept(id);
    int source = sources.numberOf(id.source());
    if (id.key().equals(key)) {
      ledger.answered(id.job(), source, verdict(outcome));
    } else {
      ledger.answeredElsewhere(id.job(), source);
    }
    if (outcome instanceof SourceOutcome.Ingested done) {
      ingested.accept(done);
    }
  }

  @Override
  public void letter(Map<String, String> headers) {
    DeadLetter.of(headers)
        .flatMap(letter -> KeyText.parse(letter.id()))
        .ifPresent(key -> {
          if (jobs.test(key.job())) {
            ledger.buried(key.job(), sources.numberOf(key.rest()));
          }
        });
  }

  private Verdict verdict(SourceOutcome outcome) {
    return switch (outcome) {
      case SourceOutcome.Ingested done ->
          new Verdict(Status.DONE, Proof.head(done.object().sha256()));
      case SourceOutcome.Failed failed ->
          new Verdict(Status.FAILED, reasons.numberOf(failed.failure().reason().code()));
    };
  }
}
