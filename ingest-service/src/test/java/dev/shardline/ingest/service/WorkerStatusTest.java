package dev.shardline.ingest.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.worker.WorkerStatus;
import dev.shardline.contracts.worker.WorkerStatus.Answers;
import dev.shardline.contracts.worker.WorkerStatusCodec;
import dev.shardline.ingest.request.RequestWorkers;
import dev.shardline.ingest.source.http.RawServer;
import dev.shardline.ingest.status.StatusReports;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What the service tells of itself, until its end. */
@QuarkusTest
@TestProfile(WorkerStatusTest.Watched.class)
@SuppressWarnings("NullAway.Init") // injected fields
class WorkerStatusTest {

  private static final String SERVERS =
      ConfigProvider.getConfig().getValue("test.bootstrap.servers", String.class);

  @Inject RequestWorkers workers;
  @Inject StatusReports reports;

  @Test
  void tellsWhatItFetchesWhatItAnsweredAndItsEnd() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    try (ServiceClient client = new ServiceClient();
        TopicReader statuses = new TopicReader(SERVERS, Topics.WORKER_STATUS);
        RawServer slow = answeringAfter(seen)) {
      assertThat(await(statuses, status -> status.acquired() == 0))
          .satisfies(idle -> {
            assertThat(idle.service()).isEqualTo("ingest-service");
            assertThat(idle.slots()).isEqualTo(4);
            assertThat(idle.interval()).isEqualTo(Duration.ofSeconds(1));
            assertThat(idle.draining()).isFalse();
          });

      Instant before = Instant.now();
      SourceId id = client.request("slow", slow.uri(), "");
      WorkerStatus busy = await(statuses, status -> !status.running().isEmpty());
      assertThat(busy.acquired()).isEqualTo(1);
      assertThat(busy.running())
          .singleElement()
          .satisfies(running -> {
            assertThat(running.key()).isEqualTo(id.key());
            assertThat(running.work()).isEqualTo("slow");
            assertThat(running.attempt()).isEqualTo(1);
            assertThat(running.startedAt()).isBetween(before, busy.at());
          });

      seen.countDown();
      client.outcome(id);
      client.send("no JSON");
      WorkerStatus done = await(statuses, status -> status.answers().equals(new Answers(1, 1, 0)));
      assertThat(done.acquired()).isZero();
      assertThat(done.running()).isEmpty();

      assertThat(workers.drain(Duration.ofSeconds(50))).isTrue();
      reports.end();
      WorkerStatus last = await(statuses, WorkerStatus::ended);
      assertThat(last.draining()).isTrue();
      assertThat(last.acquired()).isZero();
      assertThat(last.answers()).isEqualTo(new Answers(1, 1, 0));
      assertThat(last.startedAt()).isEqualTo(busy.startedAt());
    }
  }

  private static WorkerStatus await(TopicReader statuses, Predicate<WorkerStatus> wanted) {
    return decode(statuses.awaitMatching(record -> wanted.test(decode(record)), 1).getFirst());
  }

  private static WorkerStatus decode(ConsumerRecord<byte[], byte[]> record) {
    WorkerStatus status = WorkerStatusCodec.decode(record.value());
    assertThat(TopicReader.key(record)).isEqualTo(status.worker()).isEqualTo("worker-under-test");
    return status;
  }

  private static RawServer answeringAfter(CountDownLatch end) throws IOException {
    return new RawServer((out, _) -> {
      end.await();
      out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab".getBytes(US_ASCII));
    });
  }

  /** A service that this test may end. */
  public static final class Watched implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ingest.status-interval", "1s", "ingest.http.read-timeout", "30s");
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(ServiceWithItsOwnBroker.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }
}
