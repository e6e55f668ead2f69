package dev.shardline.ingest.request;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.OriginHeaders;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.ingest.deadletter.KafkaDeadLetters;
import dev.shardline.ingest.trace.TracedRecords;
import dev.shardline.tracing.TraceSpan;
import dev.shardline.tracing.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Flow;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Takes source requests off their topic. */
@ApplicationScoped
public class SourceRequestConsumer {

  private static final Logger LOG = Logger.getLogger(SourceRequestConsumer.class);

  private final RequestAnswering answering;
  private final KafkaDeadLetters deadLetters;
  private final RequestWorkers workers;
  private final Traces traces;

  SourceRequestConsumer(
      RequestAnswering answering,
      KafkaDeadLetters deadLetters,
      RequestWorkers workers,
      Traces traces) {
    this.answering = answering;
    this.deadLetters = deadLetters;
    this.workers = workers;
    this.traces = traces;
  }

  /**
   * Where the records go. A subscriber, and no method that is called for each: it takes another
   * record when a worker is free, also while the one before waits for its next attempt.
   */
  @Incoming(Topics.SOURCE_REQUESTS)
  public Flow.Subscriber<Message<ConsumerRecord<byte[], byte[]>>> requests() {
    return new RequestIntake<>(workers, this::taken);
  }

  /** The position that a request's ids come from: of one that was put back, its first. */
  private static RecordPosition position(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return OriginHeaders.read(headers)
        .orElseGet(() ->
            new RecordPosition(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp())));
  }

  private TakenRequest taken(Message<ConsumerRecord<byte[], byte[]>> message) {
    return new TakenRequest(
        () -> open(message.getPayload()),
        outcome -> {
          LOG.info(OutcomeLine.of(outcome));
          message.ack().toCompletableFuture().join();
        },
        message::nack);
  }

  private OpenRequest open(ConsumerRecord<byte[], byte[]> record) {
    TraceSpan span =
        traces.processing(
            record.topic(),
            record.partition(),
            record.offset(),
            TracedRecords.traceOf(record.headers()));
    return answering.open(
        record.value(), position(record), cause -> deadLetters.publish(record, cause), span);
  }
}
