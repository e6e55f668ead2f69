package dev.shardline.ingest.request;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.ingest.deadletter.KafkaDeadLetters;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Takes source requests off their topic, onto a pool of worker threads. */
@ApplicationScoped
public class SourceRequestConsumer {

  /** The pool's name in the configuration. */
  static final String WORKERS = "ingest-workers";

  private static final Logger LOG = Logger.getLogger(SourceRequestConsumer.class);

  private final RequestAnswering answering;
  private final KafkaDeadLetters deadLetters;

  SourceRequestConsumer(RequestAnswering answering, KafkaDeadLetters deadLetters) {
    this.answering = answering;
    this.deadLetters = deadLetters;
  }

  /** Answers a record; returning acknowledges it. Unordered: a slow source delays no other. */
  @Incoming(Topics.SOURCE_REQUESTS)
  @Blocking(value = WORKERS, ordered = false)
  public void consume(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    RecordPosition position =
        new RecordPosition(
            record.topic(),
            record.partition(),
            record.offset(),
            Instant.ofEpochMilli(record.timestamp()));
    SourceOutcome outcome =
        answering.answer(record.value(), position, cause -> deadLetters.publish(record, cause));
    LOG.info(OutcomeLine.of(outcome));
  }
}
