package dev.shardline.transform.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.tracing.TraceContext;
import dev.shardline.transform.delivery.ReceivedRecord;
import dev.shardline.transform.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** With a producer whose sends succeed or fail when the test says so. */
class PublishingRetryTest {

  private static final RecordPosition POSITION = new RecordPosition("shards", 0, 17, Instant.EPOCH);

  private static final Failure FAILURE = new Failure(Reason.NOT_JSON, "expected JSON");

  private final List<Duration> closings = new ArrayList<>();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
        @Override
        public void close(Duration timeout) {
          closings.add(timeout);
          super.close(timeout);
        }
      };
  private final Outbox outbox = new Outbox(producer);
  private final KafkaResultPublisher publisher = new KafkaResultPublisher(outbox);

  @Test
  void completesOnlyWhenTheResultIsDurable() {
    CompletableFuture<Void> durable = publisher.publish(failed(), TraceContext.NONE);
    assertThat(durable).isNotDone();

    producer.completeNext();

    await().until(durable::isDone);
    assertThat(durable).isCompleted();
  }

  @Test
  void sendsAgainWhatTheProducerGaveUp() {
    CompletableFuture<Void> durable = publisher.publish(failed(), TraceContext.NONE);

    producer.errorNext(new TimeoutException("no broker"));
    await().until(() -> producer.history().size() == 2);
    producer.errorNext(new TopicAuthorizationException("shard-results"));
    await().until(() -> producer.history().size() == 3);
    assertThat(durable).isNotDone();
    producer.completeNext();

    await().until(durable::isDone);
    assertThat(durable).isCompleted();
    assertThat(producer.history().get(2)).isEqualTo(producer.history().get(0));
  }

  @Test
  void sendsAgainWhatTheProducerRefusedAtOnce() {
    producer.sendException = new KafkaException("the producer is in an error state");
    CompletableFuture<Void> durable = publisher.publish(failed(), TraceContext.NONE);
    assertThat(durable).isNotDone();

    producer.sendException = null;
    await().until(() -> producer.history().size() == 1);
    producer.completeNext();

    await().until(durable::isDone);
    assertThat(durable).isCompleted();
  }

  @Test
  void leavesOutTheValueThatABrokerRefusesAsTooLarge() {
    CompletableFuture<Void> durable =
        publisher.publish(
            new ReceivedRecord(
                POSITION, 1, "a-key".getBytes(UTF_8), "large".getBytes(UTF_8), List.of()),
            new DeadLetter("id", POSITION, FAILURE, 1, Instant.EPOCH, "worker-1"));

    producer.errorNext(new RecordTooLargeException());
    await().until(() -> producer.history().size() == 2);
    producer.completeNext();

    await().until(durable::isDone);
    assertThat(durable).isCompleted();
    assertThat(producer.history().get(1).value()).isNull();
    assertThat(producer.history().get(1).headers().lastHeader(DeadLetter.VALUE_OMITTED).value())
        .isEqualTo("true".getBytes(UTF_8));
  }

  @Test
  void givesUpOnceClosed() {
    CompletableFuture<Void> durable = publisher.publish(failed(), TraceContext.NONE);

    outbox.close();
    producer.errorNext(new TimeoutException("no broker"));

    await().until(durable::isDone);
    assertThat(durable).isCompletedExceptionally();
  }

  @Test
  void doesNotWaitForBrokersForEverWhenItCloses() {
    outbox.close();

    assertThat(closings).singleElement().isEqualTo(Duration.ofSeconds(5));
  }

  private static ShardResult failed() {
    return new ShardResult.Failed(
        ShardId.single(JobId.create()),
        null,
        null,
        FAILURE,
        new Execution(1, "worker-1", Duration.ZERO, Duration.ZERO));
  }
}
