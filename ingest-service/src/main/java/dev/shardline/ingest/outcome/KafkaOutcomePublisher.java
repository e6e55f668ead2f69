package dev.shardline.ingest.outcome;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceOutcomeCodec;
import dev.shardline.ingest.trace.TracedRecords;
import dev.shardline.tracing.TraceContext;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes outcomes on their topic. */
@ApplicationScoped
public class KafkaOutcomePublisher implements OutcomePublisher {

  private final MutinyEmitter<Record<String, byte[]>> channel;

  // Unbounded, as the workers bound it: each waits for its one outcome.
  KafkaOutcomePublisher(
      @Channel(Topics.SOURCE_OUTCOMES) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Record<String, byte[]>> channel) {
    this.channel = channel;
  }

  @Override
  public void publish(SourceOutcome outcome, TraceContext trace) {
    channel.sendMessageAndAwait(
        TracedRecords.message(outcome.id().key(), SourceOutcomeCodec.encode(outcome), trace));
  }
}
