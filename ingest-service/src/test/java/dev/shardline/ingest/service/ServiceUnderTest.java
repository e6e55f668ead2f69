package dev.shardline.ingest.service;

import dev.shardline.broker.TestBroker;
import dev.shardline.contracts.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The broker, topics and settings of the service under test. */
public class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {

  /** The largest body that the service under test accepts, in bytes. */
  static final int MAX_BODY = 1024 * 1024;

  /** Where the service under test may read files. */
  static final String FILES = "test.files";

  /** A dead letter is a record of the largest size, 1 MiB, with headers. */
  private static final Map<String, String> LARGE =
      Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(2 * 1024 * 1024 + 64 * 1024));

  @Override
  public Map<String, String> start() {
    String servers = broker().bootstrapServers();
    createTopics(servers);
    try {
      Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "ingest-");
      Path files = Files.createDirectory(directory.resolve("files"));
      return Map.ofEntries(
          Map.entry("kafka.bootstrap.servers", servers),
          Map.entry("test.bootstrap.servers", servers),
          Map.entry(FILES, files.toString()),
          Map.entry("ingest.object-store.directory", directory.resolve("objects").toString()),
          Map.entry("ingest.file.roots", files.toString()),
          Map.entry("ingest.body.max-size", String.valueOf(MAX_BODY)),
          Map.entry("ingest.http.allowed-networks", "127.0.0.1"),
          Map.entry("ingest.http.connect-timeout", "2s"),
          Map.entry("ingest.http.read-timeout", "5s"),
          Map.entry("ingest.retry.initial-delay", "10ms"),
          Map.entry("ingest.retry.max-delay", "10s"),
          Map.entry("ingest.worker-id", "worker-under-test"),
          Map.entry("ingest.secrets.\"token-of-crm\"", "s3cret"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the service and its clients connect. */
  TestBroker broker() {
    return TestBroker.shared();
  }

  @Override
  public void stop() {
    // The shared broker ends with the JVM.
  }

  private static void createTopics(String servers) {
    // One partition: what is fetched at once is not owed to several.
    List<NewTopic> topics =
        List.of(
            topic(Topics.SOURCE_REQUESTS),
            topic(Topics.SOURCE_REQUESTS_DEAD).configs(LARGE),
            topic(Topics.SOURCE_OUTCOMES),
            topic(Topics.SOURCE_PROGRESS),
            topic(Topics.WORKER_STATUS),
            topic(Topics.SHARDS),
            topic(Topics.SHARD_RESULTS));
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot create the topics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating the topics", e);
    }
  }

  private static NewTopic topic(String name) {
    return new NewTopic(name, Optional.of(1), Optional.empty());
  }
}
