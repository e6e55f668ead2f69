package dev.shardline.systemtests;

import dev.shardline.broker.TestBroker;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker of its own with the topics of the system, and an independent client of it. */
final class Cluster implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** How long an unexpected second result would take to show, at most. */
  private static final Duration QUIET = Duration.ofSeconds(2);

  private final TestBroker broker = TestBroker.start();

  /** A cluster whose topics have so many partitions, and whose share group locks for so long. */
  static Cluster start(int partitions, Duration lock) throws InterruptedException {
    Cluster cluster = new Cluster();
    cluster.prepare(partitions, lock);
    return cluster;
  }

  /** Where clients connect. */
  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** Publishes one shard for each number, and returns when they are durable. */
  JobId submit(String transform, long... numbers) throws InterruptedException {
    JobId job = JobId.create();
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      for (int i = 0; i < numbers.length; i++) {
        Shard shard =
            new Shard(new ShardId(job, i, numbers.length), numbers[i], transform, Output.SUMMARY);
        sent.add(
            producer.send(
                new ProducerRecord<>(Topics.SHARDS, shard.id().key(), ShardCodec.encode(shard))));
      }
      for (var future : sent) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return job;
  }

  /**
   * Reads every result record of a job, also those that repeat a key: until each shard has one, and
   * then for as long as another would need to show.
   */
  List<ShardResult> results(JobId job, int shards) {
    List<ShardResult> results = new ArrayList<>();
    Set<ShardId> answered = new HashSet<>();
    read(
        job,
        result -> {
          results.add(result);
          answered.add(result.id());
          return answered.size() == shards;
        },
        QUIET);
    return results;
  }

  /** Waits for a result of a job that is looked for. */
  void awaitResult(JobId job, Predicate<ShardResult> wanted) {
    read(job, wanted, Duration.ZERO);
  }

  /** Reads results of a job until one says that it was the last, and on for what may follow it. */
  private void read(JobId job, Predicate<ShardResult> isLast, Duration goOnFor) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            bootstrapServers(),
            "group.id",
            UUID.randomUUID().toString(),
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(Topics.SHARD_RESULTS));
      boolean complete = false;
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < deadline) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          ShardResult result = ShardResultCodec.decode(record.value());
          if (result.id().job().equals(job) && isLast.test(result) && !complete) {
            complete = true;
            deadline = System.nanoTime() + goOnFor.toNanos();
          }
        }
      }
      if (!complete) {
        throw new AssertionError("results of job " + job + " are missing after " + PATIENCE);
      }
    }
  }

  @Override
  public void close() {
    broker.close();
  }

  private void prepare(int partitions, Duration lock) throws InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      admin
          .createTopics(
              Stream.of(
                      Topics.SOURCE_REQUESTS,
                      Topics.SOURCE_OUTCOMES,
                      Topics.SHARDS,
                      Topics.SHARD_RESULTS,
                      Topics.CANCELLATIONS,
                      Topics.SHARDS_RETRY,
                      Topics.SHARD_ATTEMPTS,
                      Topics.SOURCE_REQUESTS_DEAD,
                      Topics.SHARDS_DEAD)
                  .map(topic -> new NewTopic(topic, partitions, (short) 1))
                  .toList())
          .all()
          .get();
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.GROUP, "shardline-transform"),
                  Stream.of(
                          new ConfigEntry("share.auto.offset.reset", "earliest"),
                          new ConfigEntry(
                              "share.record.lock.duration.ms", Long.toString(lock.toMillis())),
                          new ConfigEntry("share.renew.acknowledge.enable", "true"))
                      .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                      .toList()))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
