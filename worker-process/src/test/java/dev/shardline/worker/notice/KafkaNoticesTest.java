package dev.shardline.worker.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.broker.TestBroker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KafkaNoticesTest {

  private static final String TOPIC = "notices-of-a-test";

  /** More than are queued; if each waited for a broker, they would take hours. */
  private static final int MANY = 10_000;

  @Test
  @Timeout(60)
  void delaysNobodyWhileTheBrokerIsAway() {
    KafkaNotices notices = KafkaNotices.connect(connection("127.0.0.1:1"), TOPIC, 10);

    for (int i = 0; i < MANY; i++) {
      notices.send("key", () -> new byte[100]);
    }
    notices.close();
    notices.send("key", () -> new byte[100]); // nor after the end
  }

  @Test
  @Timeout(120)
  void saysOnceThatTheTopicIsMissingAndFindsItOnceItIsThere() throws Exception {
    List<String> said = new CopyOnWriteArrayList<>();
    Logger log = Logger.getLogger(KafkaNotices.class.getName());
    Handler handler = listening(said);
    log.addHandler(handler);
    try (TestBroker broker = TestBroker.start();
        Admin admin = Admin.create(connection(broker.bootstrapServers()));
        KafkaNotices notices =
            KafkaNotices.connect(connection(broker.bootstrapServers()), TOPIC, 2)) {
      for (int i = 0; i < MANY; i++) {
        notices.send("key", () -> new byte[100]);
      }
      await().atMost(Duration.ofSeconds(30)).until(() -> !said.isEmpty());

      admin
          .createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
          .all()
          .get();

      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            notices.send("key", () -> "here".getBytes(UTF_8));
            return arrived(admin) > 0;
          });
    } finally {
      log.removeHandler(handler);
    }
    assertThat(said).filteredOn(line -> line.contains("tried on in silence")).hasSize(1);
  }

  @Test
  @Timeout(60)
  void sendsWhatWasTakenBeforeItsEnd() throws Exception {
    try (TestBroker broker = TestBroker.start();
        Admin admin = Admin.create(connection(broker.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
          .all()
          .get();
      KafkaNotices notices = KafkaNotices.connect(connection(broker.bootstrapServers()), TOPIC, 2);
      notices.send("key", () -> "first".getBytes(UTF_8));
      await().until(() -> arrived(admin) == 1);

      notices.send("key", () -> "last".getBytes(UTF_8));
      notices.close();

      assertThat(arrived(admin)).isEqualTo(2);
    }
  }

  @Test
  @Timeout(60)
  void saysOnceThatNoClientCanBeMadeOfItsSettings() throws InterruptedException {
    List<String> said = new CopyOnWriteArrayList<>();
    Logger log = Logger.getLogger(KafkaNotices.class.getName());
    Handler handler = listening(said);
    log.addHandler(handler);
    Map<String, Object> settings = new HashMap<>(connection("127.0.0.1:1"));
    settings.put("security.protocol", "NONE_SUCH");
    try (KafkaNotices notices = KafkaNotices.connect(settings, TOPIC, 2)) {
      CountDownLatch third = new CountDownLatch(1);
      notices.send("key", () -> new byte[100]);
      await().until(() -> !said.isEmpty());
      notices.send("key", () -> new byte[100]);
      notices.send(
          "key",
          () -> {
            third.countDown(); // so the second has failed too
            return new byte[100];
          });
      third.await();
    } finally {
      log.removeHandler(handler);
    }
    assertThat(said).singleElement().asString().contains("NONE_SUCH");
  }

  private static long arrived(Admin admin) throws InterruptedException, ExecutionException {
    TopicPartition partition = new TopicPartition(TOPIC, 0);
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .get()
        .offset();
  }

  private static Handler listening(List<String> said) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        said.add(line.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static Map<String, Object> connection(String servers) {
    return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
  }
}
