package dev.shardline.transform;

import dev.shardline.broker.TestBroker;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A client of the tests' broker that is not the service's own. */
public final class KafkaCluster {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Every class loader, of which each application under test has one, would start a broker. */
  private static final String ADDRESS_OF_THIS_JVM = "shardline.test.broker.address";

  private final String bootstrapServers =
      (String)
          System.getProperties()
              .computeIfAbsent(
                  ADDRESS_OF_THIS_JVM, absent -> TestBroker.shared().bootstrapServers());

  /** Creates the topics that a worker needs, unless another test of this broker did. */
  public void createTopics() throws InterruptedException {
    createTopic(Topics.SHARDS, Map.of());
    createTopic(Topics.SHARD_RESULTS, Map.of());
    createTopic(Topics.CANCELLATIONS, Map.of("cleanup.policy", "compact"));
    createTopic(Topics.WORKER_STATUS, Map.of());
    createTopic(Topics.SHARDS_RETRY, Map.of());
    createTopic(Topics.SHARD_ATTEMPTS, Map.of("cleanup.policy", "compact"));
    // A record of the largest size, with the headers that say why it is dead.
    createTopic(Topics.SHARDS_DEAD, Map.of("max.message.bytes", "2162688"));
  }

  /** Creates a topic of one partition, unless it exists. */
  public void createTopic(String topic, Map<String, String> configs) throws InterruptedException {
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(configs))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Lets a share group read from the beginning, and sets how long it locks a record. */
  public void configureShareGroup(String group, Duration lock) throws InterruptedException {
    try (Admin admin = admin()) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.GROUP, group),
                  List.of(
                      set("share.auto.offset.reset", "earliest"),
                      set("share.record.lock.duration.ms", Long.toString(lock.toMillis())),
                      set("share.renew.acknowledge.enable", "true"))))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where clients connect. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Sends records and returns where they are once they are durable. */
  public List<RecordMetadata> send(List<ProducerRecord<String, byte[]>> records)
      throws InterruptedException {
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrapServers, "max.request.size", 2 * 1024 * 1024);
    List<RecordMetadata> positions = new ArrayList<>();
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      for (var sent : records.stream().map(producer::send).toList()) {
        positions.add(sent.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return positions;
  }

  /** Reads results of a job until there are so many; by index. */
  public List<ShardResult> results(JobId job, int count) {
    List<ShardResult> results = read(Topics.SHARD_RESULTS, record -> decode(record, job), count);
    results.sort(Comparator.comparingInt(result -> result.id().index()));
    return results;
  }

  /** Reads a topic from its beginning until so many records gave something. */
  public <T> List<T> read(String topic, RecordReader<T> reader, int count) {
    List<T> found = new ArrayList<>();
    TopicPartition partition = new TopicPartition(topic, 0);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (var consumer =
        new KafkaConsumer<>(
            // Closing waits for the fetch under way: half a second by default.
            Map.of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms", 20),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      while (found.size() < count) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError(
              "only %d of %d in %s: %s".formatted(found.size(), count, topic, found));
        }
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          T value = reader.read(record);
          if (value != null) {
            found.add(value);
          }
        }
      }
    }
    return found;
  }

  /** The offset from which a classic group would read next; 0 before its first commit. */
  public long committed(String group, String topic) throws InterruptedException {
    try (Admin admin = admin()) {
      OffsetAndMetadata committed =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get()
              .get(new TopicPartition(topic, 0));
      return committed == null ? 0 : committed.offset();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable ShardResult decode(ConsumerRecord<String, byte[]> record, JobId job) {
    ShardResult result = ShardResultCodec.decode(record.value());
    return result.id().job().equals(job) ? result : null;
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  private static AlterConfigOp set(String key, String value) {
    return new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
  }

  /** Picks what a test looks for. */
  @FunctionalInterface
  public interface RecordReader<T> {

    /** What the record holds, or null if it is not of interest. */
    @Nullable T read(ConsumerRecord<String, byte[]> record);
  }
}
