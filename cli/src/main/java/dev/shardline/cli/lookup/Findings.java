package dev.shardline.cli.lookup;

import dev.shardline.cli.job.Answer;
import dev.shardline.cli.shard.ResultFormat;
import dev.shardline.cli.source.OutcomeFormat;
import dev.shardline.cli.source.SourceOrder;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.contracts.source.SourceRequestCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts together what records say of one job.
 *
 * <p>A shard and a result carry their job's count; an outcome does not, so how many sources a job
 * has and in which order is read from its requests. Records of different topics arrive in any
 * order: what was there at the beginning is first gathered, then {@linkplain #settle() settled};
 * what comes later is placed behind it. Not thread-safe.
 */
final class Findings {

  private static final Comparator<Requested> AS_REQUESTED =
      Comparator.comparing((Requested requested) -> requested.position().timestamp())
          .thenComparingInt(requested -> requested.position().partition())
          .thenComparingLong(requested -> requested.position().offset());

  private final JobId job;
  private final FoundAnswers<ShardResult> results = new FoundAnswers<>();
  private final FoundAnswers<SourceOutcome> outcomes = new FoundAnswers<>();
  private final List<Requested> requests = new ArrayList<>();
  private final List<Answer<SourceOutcome>> unplacedOutcomes = new ArrayList<>();
  private final SourceOrder order = new SourceOrder(List.of());
  private final ResultFormat resultFormat = new ResultFormat();
  private final OutcomeFormat outcomeFormat = new OutcomeFormat(new SourceOrder(List.of()));
  private boolean settled;

  private record Requested(String source, RecordPosition position) {}

  Findings(JobId job) {
    this.job = job;
  }

  /**
   * The value of a result under the job's key.
   *
   * @throws dev.shardline.contracts.json.InvalidMessageException if it is none
   */
  void result(String json) {
    var answer = resultFormat.read(json);
    results.put(answer);
    results.expect(answer.message().id().count());
  }

  /**
   * The value of an outcome under the job's key.
   *
   * @throws dev.shardline.contracts.json.InvalidMessageException if it is none
   */
  void outcome(String json) {
    Answer<SourceOutcome> answer = outcomeFormat.read(json);
    if (settled) {
      place(answer);
    } else {
      unplacedOutcomes.add(answer);
    }
  }

  /** The value of any shard; those of other jobs are passed over. */
  void shard(String json, RecordPosition position) {
    ShardId id =
        switch (ShardCodec.decode(json.getBytes(StandardCharsets.UTF_8), position)) {
          case Decoded.Valid<ShardId, Shard> valid -> valid.message().id();
          case Decoded.Invalid<ShardId, Shard> invalid -> invalid.id();
        };
    if (id.job().equals(job)) {
      results.expect(id.count());
    }
  }

  /** The value of any source request; those of other jobs are passed over. */
  void request(String json, RecordPosition position) {
    SourceId id =
        switch (SourceRequestCodec.decode(json.getBytes(StandardCharsets.UTF_8), position)) {
          case Decoded.Valid<SourceId, SourceRequest> valid -> valid.message().id();
          case Decoded.Invalid<SourceId, SourceRequest> invalid -> invalid.id();
        };
    if (!id.job().equals(job)) {
      return;
    }
    if (settled) {
      outcomes.expect(order.placeOf(id.source()) + 1);
    } else {
      requests.add(new Requested(id.source(), position));
    }
  }

  /** Everything that was there at the beginning has been told. */
  void settle() {
    requests.stream().sorted(AS_REQUESTED).map(Requested::source).forEach(order::placeOf);
    outcomes.expect(order.size());
    settled = true;
    unplacedOutcomes.forEach(this::place);
    requests.clear();
    unplacedOutcomes.clear();
  }

  private void place(Answer<SourceOutcome> answer) {
    outcomes.put(answer.at(order.placeOf(answer.message().id().source())));
  }

  /** What is known now. */
  FoundJob job() {
    if (!results.isEmpty()) {
      return new FoundJob.Shards(results);
    }
    return outcomes.isEmpty()
        ? new FoundJob.Nothing()
        : new FoundJob.Sources(outcomes, order.names());
  }
}
