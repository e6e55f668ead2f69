package dev.shardline.lag.cluster;

import dev.shardline.broker.TestBroker;
import dev.shardline.lag.GroupKind;
import dev.shardline.lag.GroupLag;
import dev.shardline.lag.StartPolicy;
import dev.shardline.lag.WatchedGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic and a group of a real broker, both new, with what people do to them. */
final class LagScene implements AutoCloseable {

  static final byte[] VALUE =
      "{\"number\": 2500}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final String bootstrapServers;
  final String topic = "topic-" + UUID.randomUUID();
  final String group = "group-" + UUID.randomUUID();
  final Admin admin;
  private final ClusterLagReader reader;

  private LagScene(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.reader =
        new ClusterLagReader(Map.of("bootstrap.servers", bootstrapServers), Duration.ofSeconds(10));
  }

  static LagScene open() {
    return open(TestBroker.shared().bootstrapServers());
  }

  static LagScene open(String bootstrapServers) {
    return new LagScene(bootstrapServers);
  }

  void createTopic(int partitions, Map<String, String> configs) throws InterruptedException {
    await(
        admin
            .createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(configs)))
            .all());
  }

  void deleteTopic() throws InterruptedException {
    await(admin.deleteTopics(List.of(topic)).all());
  }

  void addPartitions(int total) throws InterruptedException {
    await(admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(total))).all());
  }

  /** Deletes all records of the partition before that offset. */
  void trim(int partition, long before) throws InterruptedException {
    await(admin.deleteRecords(Map.of(at(partition), RecordsToDelete.beforeOffset(before))).all());
  }

  void beginAt(String reset) throws InterruptedException {
    setForGroup("share.auto.offset.reset", reset);
  }

  void setForGroup(String key, String value) throws InterruptedException {
    await(
        admin
            .incrementalAlterConfigs(
                Map.of(
                    new ConfigResource(ConfigResource.Type.GROUP, group),
                    List.of(
                        new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET))))
            .all());
  }

  /** Writes records that are durable when it returns. */
  void write(int partition, int count) throws InterruptedException {
    try (var producer = producer(Map.of())) {
      write(producer, partition, count);
      producer.flush();
    }
  }

  /** Writes a record to each of so many partitions, with one producer. */
  void writeToEach(int partitions) {
    try (var producer = producer(Map.of())) {
      for (int partition = 0; partition < partitions; partition++) {
        write(producer, partition, 1);
      }
      producer.flush();
    }
  }

  void write(KafkaProducer<byte[], byte[]> producer, int partition, int count) {
    for (int i = 0; i < count; i++) {
      byte[] key = Integer.toString(i % 10).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      var _ = producer.send(new ProducerRecord<>(topic, partition, key, VALUE));
    }
  }

  KafkaProducer<byte[], byte[]> transactional() {
    var producer = producer(Map.of("transactional.id", "tx-" + UUID.randomUUID()));
    producer.initTransactions();
    return producer;
  }

  private KafkaProducer<byte[], byte[]> producer(Map<String, Object> further) {
    Map<String, Object> config = new HashMap<>(further);
    config.put("bootstrap.servers", bootstrapServers);
    config.put("linger.ms", 0);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A worker of the share group, which acknowledges as its caller says. */
  KafkaShareConsumer<byte[], byte[]> worker() {
    var worker =
        new KafkaShareConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                group,
                "share.acknowledgement.mode",
                "explicit"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    worker.subscribe(List.of(topic));
    return worker;
  }

  /** Has a worker take so many records, and accept those that it should. */
  static List<ConsumerRecord<byte[], byte[]>> take(
      KafkaShareConsumer<byte[], byte[]> worker,
      int count,
      Predicate<ConsumerRecord<byte[], byte[]>> accept) {
    List<ConsumerRecord<byte[], byte[]>> kept = new ArrayList<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    int taken = 0;
    while (taken < count) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("only %d of %d records came".formatted(taken, count));
      }
      for (ConsumerRecord<byte[], byte[]> record : worker.poll(Duration.ofMillis(200))) {
        taken++;
        if (accept.test(record)) {
          worker.acknowledge(record, AcknowledgeType.ACCEPT);
        } else {
          worker.acknowledge(record, AcknowledgeType.RENEW);
          kept.add(record);
        }
      }
      worker.commitSync();
    }
    return kept;
  }

  /** Has a consumer group process the first records of its partitions, and leave. */
  void consume(Map<Integer, Integer> countByPartition) {
    try (var consumer = consumer()) {
      countByPartition.forEach((partition, count) -> {
        consumer.assign(List.of(at(partition)));
        consumer.seekToBeginning(List.of(at(partition)));
        long position = consumer.position(at(partition)) + count;
        consumer.commitSync(
            Map.of(
                at(partition), new org.apache.kafka.clients.consumer.OffsetAndMetadata(position)));
      });
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "group.id", group,
            "enable.auto.commit", false),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** How many records there are from each partition's offset on, counted by reading them. */
  long records(Map<Integer, Long> from, String isolation) {
    Collection<TopicPartition> all = from.keySet().stream().map(this::at).toList();
    long count = 0;
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", isolation),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(all);
      from.forEach((partition, offset) -> consumer.seek(at(partition), offset));
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (all.stream().anyMatch(at -> consumer.position(at) < ends.getOrDefault(at, 0L))) {
        count += consumer.poll(Duration.ofMillis(100)).count();
      }
    }
    return count;
  }

  WatchedGroup share() {
    return new WatchedGroup(group, GroupKind.SHARE, List.of(topic), StartPolicy.UNKNOWN);
  }

  WatchedGroup consumerGroup(StartPolicy start) {
    return new WatchedGroup(group, GroupKind.CONSUMER, List.of(topic), start);
  }

  /** What is reported. */
  GroupLag lag(WatchedGroup watched) throws InterruptedException {
    return reader.read(List.of(watched)).groups().getFirst();
  }

  ClusterLagReader reader() {
    return reader;
  }

  TopicPartition at(int partition) {
    return new TopicPartition(topic, partition);
  }

  static <T> T await(KafkaFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    reader.close();
    admin.close(Duration.ZERO);
  }
}
