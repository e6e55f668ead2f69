package dev.shardline.transform.cancellation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.cancellation.Cancellation;
import dev.shardline.contracts.cancellation.CancellationCodec;
import dev.shardline.contracts.job.JobId;
import dev.shardline.transform.KafkaCluster;
import dev.shardline.transform.delivery.ClassicConsumers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CancellationFollowerTest {

  private final KafkaCluster cluster = new KafkaCluster();
  private final Queue<JobId> stopped = new ConcurrentLinkedQueue<>();
  private final CancelledJobs jobs = new CancelledJobs(stopped::add);
  private CancellationFollower follower = follower();

  private CancellationFollower follower() {
    return new CancellationFollower(
        new ClassicConsumers(Map.of("bootstrap.servers", cluster.bootstrapServers()))::following,
        jobs);
  }

  @BeforeEach
  void prepare() throws InterruptedException {
    follower.close();
    cluster.createTopics();
  }

  @AfterEach
  void close() {
    follower.close();
  }

  @Test
  void knowsWhatWasCancelledBeforeItBeganOnceItHasCaughtUp() throws Exception {
    JobId job = JobId.create();
    cancel(job);

    follower = follower();

    assertThat(follower.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
    assertThat(jobs.contains(job)).isTrue();
    assertThat(jobs.contains(JobId.create())).isFalse();
  }

  @Test
  void stopsWhatIsCancelledLater() throws Exception {
    follower = follower();
    assertThat(follower.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
    JobId job = JobId.create();

    cancel(job);

    await().until(() -> stopped.contains(job));
    assertThat(jobs.contains(job)).isTrue();
  }

  @Test
  void passesOverWhatIsNoCancellation() throws Exception {
    follower = follower();
    cluster.send(
        List.of(new ProducerRecord<>(Topics.CANCELLATIONS, "a-key", "no JSON".getBytes(UTF_8))));
    JobId job = JobId.create();

    cancel(job);

    await().until(() -> jobs.contains(job));
  }

  private void cancel(JobId job) throws InterruptedException {
    cluster.send(
        List.of(
            new ProducerRecord<>(
                Topics.CANCELLATIONS,
                job.toString(),
                CancellationCodec.encode(new Cancellation(job)))));
  }
}
