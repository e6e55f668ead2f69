package dev.shardline.transform;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends shards to a topic and waits for their results. */
record Shards(KafkaCluster cluster, String topic) {

  /** Sends a job of these numbers. */
  JobId submit(String transform, Output output, long... numbers) throws InterruptedException {
    JobId job = JobId.create();
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      Shard shard = new Shard(new ShardId(job, i, numbers.length), numbers[i], transform, output);
      records.add(new ProducerRecord<>(topic, shard.id().key(), ShardCodec.encode(shard)));
    }
    cluster.send(records);
    return job;
  }

  /** Sends a job of these numbers, and waits for its results, which must all be values. */
  List<ShardResult.Done> compute(String transform, Output output, long... numbers)
      throws InterruptedException {
    return cluster.results(submit(transform, output, numbers), numbers.length).stream()
        .map(ShardResult.Done.class::cast)
        .toList();
  }

  /** Sends a record that brings no id, and waits for the result under the id of its position. */
  ShardResult answer(String value) throws InterruptedException {
    RecordMetadata sent =
        cluster.send(List.of(new ProducerRecord<>(topic, value.getBytes(UTF_8)))).getFirst();
    return cluster.results(position(sent).derivedJobId(), 1).getFirst();
  }

  static RecordPosition position(RecordMetadata sent) {
    return new RecordPosition(
        sent.topic(), sent.partition(), sent.offset(), Instant.ofEpochMilli(sent.timestamp()));
  }
}
