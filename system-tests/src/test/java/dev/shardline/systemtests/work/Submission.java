package dev.shardline.systemtests.work;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import dev.shardline.contracts.source.BodyFormat;
import dev.shardline.contracts.source.Sharding;
import dev.shardline.contracts.source.SourceRequest;
import dev.shardline.contracts.source.SourceRequestCodec;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts work on its topics, as any Kafka client may. */
public final class Submission {

  private Submission() {}

  /** Publishes a shard for each task, and returns when all are durable. */
  public static JobId shards(String bootstrapServers, List<Task> tasks)
      throws InterruptedException {
    JobId job = JobId.create();
    shards(bootstrapServers, job, tasks);
    return job;
  }

  /** Publishes a shard of a job for each task, and returns when all are durable. */
  public static void shards(String bootstrapServers, JobId job, List<Task> tasks)
      throws InterruptedException {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (Task task : tasks) {
      ShardId id = new ShardId(job, records.size(), tasks.size());
      Shard shard =
          new Shard(id, task.number(), task.transform(), Output.SUMMARY, task.timeLimit());
      records.add(new ProducerRecord<>(Topics.SHARDS, id.key(), ShardCodec.encode(shard)));
    }
    send(bootstrapServers, records);
  }

  /** Publishes one shard in so many parts, and returns when it is durable. */
  public static JobId inParts(String bootstrapServers, Task task, int parts)
      throws InterruptedException {
    ShardId id = ShardId.single(JobId.create());
    Shard shard =
        new Shard(id, task.number(), task.transform(), Output.SUMMARY, task.timeLimit(), parts);
    send(
        bootstrapServers,
        List.of(new ProducerRecord<>(Topics.SHARDS, id.key(), ShardCodec.encode(shard))));
    return id.job();
  }

  /** Publishes a request for a source to be stored, and returns when it is durable. */
  public static SourceId stored(String bootstrapServers, URI uri) throws InterruptedException {
    SourceId id = new SourceId(JobId.create(), "source");
    request(bootstrapServers, new SourceRequest(id, uri, Map.of(), null));
    return id;
  }

  /**
   * Publishes a request for a source whose body has a row with a {@code number} a line, and returns
   * when it is durable.
   */
  public static SourceId source(String bootstrapServers, URI uri) throws InterruptedException {
    SourceId id = new SourceId(JobId.create(), "source");
    Sharding sharding =
        new Sharding(BodyFormat.NDJSON, "number", Shard.DEFAULT_TRANSFORM, Output.SUMMARY);
    request(bootstrapServers, new SourceRequest(id, uri, Map.of(), sharding));
    return id;
  }

  private static void request(String bootstrapServers, SourceRequest request)
      throws InterruptedException {
    send(
        bootstrapServers,
        List.of(
            new ProducerRecord<>(
                Topics.SOURCE_REQUESTS,
                request.id().source(),
                SourceRequestCodec.encode(request))));
  }

  private static void send(String bootstrapServers, List<ProducerRecord<String, byte[]>> records)
      throws InterruptedException {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      records.forEach(record -> sent.add(producer.send(record)));
      for (var future : sent) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
