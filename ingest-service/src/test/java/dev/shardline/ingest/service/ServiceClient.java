package dev.shardline.ingest.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.OriginHeaders;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceOutcomeCodec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** What a client of the service does: sends requests and reads what comes of them. */
final class ServiceClient implements AutoCloseable {

  private static final String SERVERS =
      ConfigProvider.getConfig().getValue("test.bootstrap.servers", String.class);

  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of(
              ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
              SERVERS,
              ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
              4 * 1024 * 1024),
          new ByteArraySerializer(),
          new ByteArraySerializer());

  final TopicReader outcomes = new TopicReader(SERVERS, Topics.SOURCE_OUTCOMES);
  final TopicReader dead = new TopicReader(SERVERS, Topics.SOURCE_REQUESTS_DEAD);
  final TopicReader shards = new TopicReader(SERVERS, Topics.SHARDS);
  final TopicReader results = new TopicReader(SERVERS, Topics.SHARD_RESULTS);

  /** Sends a request for a source of a new job. */
  SourceId request(String source, Object uri, String furtherFields) {
    SourceId id = new SourceId(JobId.create(), source);
    send(
        """
        {"jobId": "%s", "source": "%s", "uri": "%s"%s}
        """
            .formatted(id.job(), source, uri, furtherFields));
    return id;
  }

  RecordMetadata send(String value) {
    return send(value.getBytes(UTF_8));
  }

  RecordMetadata send(byte @Nullable [] value, Header... headers) {
    try {
      return producer
          .send(
              new ProducerRecord<>(
                  Topics.SOURCE_REQUESTS,
                  null,
                  (Long) null,
                  "a-key".getBytes(UTF_8),
                  value,
                  List.of(headers)))
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits for the outcome of a request. */
  SourceOutcome outcome(SourceId id) {
    return SourceOutcomeCodec.decode(outcomes.await(id.key(), 1).getFirst().value());
  }

  /** Waits for the dead letter of a record. */
  ConsumerRecord<byte[], byte[]> deadLetter(RecordMetadata sent) {
    String offset = Long.toString(sent.offset());
    return dead.awaitMatching(letter -> header(letter, OriginHeaders.OFFSET).equals(offset), 1)
        .getFirst();
  }

  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  @Override
  public void close() {
    producer.close();
    outcomes.close();
    dead.close();
    shards.close();
    results.close();
  }
}
