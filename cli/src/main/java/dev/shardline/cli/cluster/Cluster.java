package dev.shardline.cli.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A cluster that has answered, and the clients for it. Thread-safe; the clients that it makes are
 * closed by whoever asked for them.
 */
public final class Cluster implements AutoCloseable {

  /** How long a broker may take to answer at first: a handshake over TLS from far away included. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(6);

  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(15);

  /** A record of the largest size that brokers take by default, and room for its headers. */
  private static final int MAX_RAW_REQUEST_SIZE = 2 * 1024 * 1024;

  private final ClusterSettings settings;
  private final KafkaFailure failure;
  private final Admin admin;

  private Cluster(ClusterSettings settings, KafkaFailure failure, Admin admin) {
    this.settings = settings;
    this.failure = failure;
    this.admin = admin;
  }

  /**
   * Connects and asks for the cluster's id, so that a broker that is not there is told at once.
   *
   * @throws ClusterException if no broker answers within 6 seconds, or it refuses the client
   * @throws ClusterSettingsException if no client can be made with these properties
   */
  public static Cluster connect(ClusterSettings settings) throws InterruptedException {
    return connect(settings, CONNECT_TIMEOUT);
  }

  /**
   * The same for a cluster that is known to be there, and may be slow to answer.
   *
   * @param patience how long to wait for it, above zero
   * @throws ClusterException if no broker answers in time, or it refuses the client
   * @throws ClusterSettingsException if no client can be made with these properties
   */
  public static Cluster connect(ClusterSettings settings, Duration patience)
      throws InterruptedException {
    KafkaFailure failure = new KafkaFailure(settings.bootstrapServer());
    Admin admin = admin(settings, failure);
    Cluster cluster = new Cluster(settings, failure, admin);
    try {
      cluster.await(
          admin
              .describeCluster(new DescribeClusterOptions().timeoutMs((int) patience.toMillis()))
              .clusterId());
    } catch (RuntimeException | InterruptedException e) {
      cluster.close();
      throw e;
    }
    return cluster;
  }

  /** What the cluster was reached by. */
  public ClusterSettings settings() {
    return settings;
  }

  /** For requests about topics and groups; closed with the cluster. */
  public Admin admin() {
    return admin;
  }

  /**
   * Waits for a request of {@link #admin()}.
   *
   * @throws ClusterException if the cluster does not carry it out
   */
  public <T> T await(KafkaFuture<T> future) throws InterruptedException {
    return failure.await(future);
  }

  /**
   * A producer whose records are durable before they count as sent, and that does not wait for
   * company: a person waits for the answer.
   */
  public Producer<String, String> producer() {
    return producer(config(), new StringSerializer());
  }

  private <T> Producer<T, T> producer(Map<String, Object> config, Serializer<T> serializer) {
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) REQUEST_TIMEOUT.toMillis());
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST_TIMEOUT.toMillis());
    config.put(
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        (int) REQUEST_TIMEOUT.multipliedBy(2).toMillis());
    try {
      return new KafkaProducer<>(config, serializer, serializer);
    } catch (KafkaException e) {
      throw failure.translated(e);
    }
  }

  /** A producer like {@link #producer()} of records as they are, whatever is in them. */
  Producer<byte[], byte[]> rawProducer() {
    return producer(rawConfig(), new ByteArraySerializer());
  }

  /**
   * A producer of records as they are, in transactions.
   *
   * @param transactionalId of which only the producer that was initialised last may go on
   */
  public Producer<byte[], byte[]> transactionalProducer(String transactionalId) {
    Map<String, Object> config = rawConfig();
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    // Records are kept from those who read only what is committed until a killed producer's
    // transaction is ended by the broker; it may not end one before its records are given up.
    config.put(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
        (int) REQUEST_TIMEOUT.multipliedBy(3).toMillis());
    return producer(config, new ByteArraySerializer());
  }

  /** A consumer of no group, for partitions that are assigned to it. */
  Consumer<String, String> consumer() {
    return consumer(new StringDeserializer());
  }

  /** A consumer like {@link #consumer()} of records as they are, whatever is in them. */
  Consumer<byte[], byte[]> rawConsumer() {
    return consumer(new ByteArrayDeserializer());
  }

  private <T> Consumer<T, T> consumer(Deserializer<T> deserializer) {
    Map<String, Object> config = config();
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    // Only reached where retention overtakes a reader: then the oldest that is left is next.
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) REQUEST_TIMEOUT.toMillis());
    try {
      return new KafkaConsumer<>(config, deserializer, deserializer);
    } catch (KafkaException e) {
      throw failure.translated(e);
    }
  }

  /**
   * The partitions of topics that have to be there. Asked of Admin, which unlike a producer or a
   * consumer never makes the broker create a topic with its default settings.
   *
   * @param operation what is meant to be done with them, {@code READ} or {@code WRITE}: whoever may
   *     do that may also see them
   * @throws TopicMissingException if one of them is not there
   * @throws AccessRefusedException if one of them may not be seen
   */
  public List<TopicPartition> partitions(Collection<String> topics, String operation)
      throws InterruptedException {
    Map<String, TopicDescription> present = describe(topics, operation);
    Set<String> missing = new TreeSet<>(topics);
    missing.removeAll(present.keySet());
    if (!missing.isEmpty()) {
      throw new TopicMissingException(
          settings.bootstrapServer()
              + " lacks topic "
              + String.join(", ", missing)
              + "; create what is missing with: ./shardline topics",
          null);
    }
    return present.values().stream().flatMap(Cluster::partitions).collect(Collectors.toList());
  }

  /**
   * Those topics that are there, by name.
   *
   * @param operation what is told to be missing where a topic may not be seen
   * @throws AccessRefusedException if one of them may not be seen
   */
  public Map<String, TopicDescription> describe(Collection<String> topics, String operation)
      throws InterruptedException {
    Map<String, TopicDescription> present = new HashMap<>();
    Set<String> hidden = new TreeSet<>();
    @Nullable TopicAuthorizationException refusal = null;
    for (var answer : admin.describeTopics(topics).topicNameValues().entrySet()) {
      try {
        present.put(answer.getKey(), answer.getValue().get());
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case UnknownTopicOrPartitionException _ -> {}
          case TopicAuthorizationException cause -> {
            hidden.add(answer.getKey());
            refusal = cause;
          }
          case Exception cause -> throw failure.translated(cause);
          case null, default -> throw failure.translated(e);
        }
      }
    }
    if (refusal != null) {
      throw failure.needing(operation, hidden).translated(refusal);
    }
    return present;
  }

  /** Tells a client's failure as one of the cluster. */
  public KafkaFailure failure() {
    return failure;
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }

  private Map<String, Object> config() {
    return config(settings);
  }

  private Map<String, Object> rawConfig() {
    Map<String, Object> config = config();
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RAW_REQUEST_SIZE);
    return config;
  }

  private static Stream<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()));
  }

  private static Admin admin(ClusterSettings settings, KafkaFailure failure) {
    Map<String, Object> config = config(settings);
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) REQUEST_TIMEOUT.toMillis());
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) CONNECT_TIMEOUT.toMillis());
    try {
      return Admin.create(config);
    } catch (KafkaException e) {
      throw failure.translated(e);
    }
  }

  private static Map<String, Object> config(ClusterSettings settings) {
    Map<String, Object> config = new HashMap<>(settings.properties());
    config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServer());
    return config;
  }
}
