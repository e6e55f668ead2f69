package dev.shardline.monitor;

import dev.shardline.contracts.Topics;
import dev.shardline.lag.cluster.ClusterLagReader;
import dev.shardline.monitor.activity.Activity;
import dev.shardline.monitor.feed.AnswerReader;
import dev.shardline.monitor.feed.SingleRecord;
import dev.shardline.monitor.feed.TopicFeed;
import dev.shardline.monitor.group.LagWatch;
import dev.shardline.monitor.overview.OverviewSource;
import dev.shardline.monitor.settings.MonitorSettings;
import dev.shardline.monitor.settings.WatchList;
import dev.shardline.monitor.worker.InFlight;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Makes the plain parts as the settings say. */
@ApplicationScoped
public class MonitorParts {

  private final MonitorSettings settings;
  private final Map<String, Object> connection;
  private final InstantSource clock = InstantSource.system();
  private final AtomicReference<@Nullable TopicFeed> feed = new AtomicReference<>();

  MonitorParts(
      MonitorSettings settings,
      @Identifier("default-kafka-broker") Map<String, Object> connection) {
    this.settings = settings;
    this.connection = new HashMap<>(connection);
    // Nobody looks at the clients' own figures, which would be some hundred beans of JMX.
    this.connection.putIfAbsent(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
  }

  @Produces
  @Singleton
  Activity activity() {
    Instant since = clock.instant().minus(settings.window());
    return Activity.since(since, this::isCaughtUp);
  }

  private boolean isCaughtUp() {
    TopicFeed begun = feed.get();
    return begun != null && begun.isCaughtUp();
  }

  @Produces
  @Singleton
  InFlight inFlight(Activity activity) {
    return new InFlight(
        activity.workers(), WatchList.services(settings), activity.caughtUp(), clock);
  }

  @Produces
  @Singleton
  ClusterLagReader reader() {
    return new ClusterLagReader(connection, settings.timeout());
  }

  void close(@Disposes ClusterLagReader reader) {
    reader.close();
  }

  @Produces
  @Singleton
  LagWatch watch(ClusterLagReader reader, InFlight inFlight) {
    return new LagWatch(
        reader,
        WatchList.groups(settings),
        settings.interval(),
        settings.window(),
        inFlight,
        clock);
  }

  @Produces
  @Singleton
  OverviewSource overviews(LagWatch watch, InFlight inFlight, Activity activity) {
    return new OverviewSource(
        watch, inFlight, WatchList.services(settings), activity, settings.interval(), clock);
  }

  @Produces
  @Singleton
  SingleRecord records() {
    return new SingleRecord(() -> consumer(Map.of()));
  }

  /** Begins to read what answers, dead letters and workers tell. */
  TopicFeed follow(Activity activity) {
    AnswerReader reader = new AnswerReader(activity);
    Instant since = activity.since();
    TopicFeed begun =
        new TopicFeed(
            this::patientConsumer,
            Map.of(
                Topics.SHARD_RESULTS, new TopicFeed.Topic(since, reader::result),
                Topics.SOURCE_OUTCOMES, new TopicFeed.Topic(since, reader::outcome),
                Topics.WORKER_STATUS, new TopicFeed.Topic(since, reader::status),
                Topics.SHARDS_DEAD, new TopicFeed.Topic(Instant.EPOCH, reader::deadLetter),
                Topics.SOURCE_REQUESTS_DEAD,
                    new TopicFeed.Topic(Instant.EPOCH, reader::deadLetter)));
    feed.set(begun);
    return begun;
  }

  /** For whoever looks on: what comes within a second comes at once, in few answers. */
  private Consumer<byte[], byte[]> patientConsumer() {
    return consumer(
        Map.of(
            ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
            64 * 1024,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            1000));
  }

  /** A consumer without a group. */
  private Consumer<byte[], byte[]> consumer(Map<String, Object> own) {
    Map<String, Object> config = new HashMap<>(connection);
    config.putAll(own);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "shardline-monitor");
    // Small: the service has little memory, and is in no hurry.
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 * 1024 * 1024);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 512 * 1024);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
