package dev.shardline.cli.source;

import dev.shardline.cli.job.Answer;
import dev.shardline.cli.job.AnswerFormat;
import dev.shardline.cli.job.Ending;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceOutcomeCodec;
import java.nio.charset.StandardCharsets;

/** Source outcomes, each at the place of its request. */
public final class OutcomeFormat implements AnswerFormat<SourceOutcome> {

  private final SourceOrder order;

  /** Outcomes in an order of requests. */
  public OutcomeFormat(SourceOrder order) {
    this.order = order;
  }

  @Override
  public String topic() {
    return Topics.SOURCE_OUTCOMES;
  }

  @Override
  public Answer<SourceOutcome> read(String json) {
    SourceOutcome outcome = SourceOutcomeCodec.decode(json.getBytes(StandardCharsets.UTF_8));
    return new Answer<>(
        order.placeOf(outcome.id().source()),
        outcome,
        switch (outcome) {
          case SourceOutcome.Ingested ingested -> Ending.DONE;
          case SourceOutcome.Failed failed -> Ending.FAILED;
        },
        json);
  }
}
