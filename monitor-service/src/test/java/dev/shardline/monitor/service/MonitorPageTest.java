package dev.shardline.monitor.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.IntegerValue;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.contracts.worker.WorkerStatus;
import dev.shardline.contracts.worker.WorkerStatusCodec;
import dev.shardline.monitor.page.Chromium;
import dev.shardline.monitor.page.InChromium;
import dev.shardline.monitor.page.OpenPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people see against what is truly in the topics, whoever else wrote to them. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@ExtendWith(InChromium.class)
class MonitorPageTest {

  private static final byte[] SHARD = "{\"number\": 2500}".getBytes(UTF_8);
  private static final String TRANSFORM = "[data-group='shardline-transform'] ";
  private static final String INGEST = "[data-group='shardline-ingest'] ";
  private static final Execution EXECUTION =
      new Execution(1, "page-worker", Duration.ZERO, Duration.ofSeconds(2));

  private final TestTopics topics = new TestTopics(BrokerResource.address());
  private final JobId job = JobId.create();

  @SuppressWarnings("NullAway.Init") // set before each test
  @TestHTTPResource
  URI service;

  @Test
  void showsTheTrueCountsAndTheRecordOfAFailureWithoutAnError() throws Exception {
    for (int i = 0; i < 3; i++) {
      topics.write(Topics.SHARDS, job + "/" + i, SHARD, Map.of());
    }
    topics.write(Topics.SOURCE_REQUESTS, job + "/crm", SHARD, Map.of());
    topics.write(BrokerResource.FOREIGN_TOPIC, "k", SHARD, Map.of());
    IntegerValue value = new IntegerValue(3, "ab".repeat(32), "1", "3", null);
    result(new ShardResult.Done(new ShardId(job, 0, 4), "factorial-sum", 5, value, EXECUTION));
    result(new ShardResult.Cancelled(new ShardId(job, 1, 4), "factorial-sum", 2500, EXECUTION));
    result(failed(new ShardId(job, 2, 4)));
    topics.write(Topics.SHARDS_DEAD, "k", SHARD, letter().headers());
    status(2, false);

    try (Chromium chromium = new Chromium();
        OpenPage page = OpenPage.at(service, chromium)) {
      page.isLive();

      page.reads("[data-node=shards] .now", topics.count(Topics.SHARDS) + " lag");
      page.reads("[data-node=source-requests] .now", topics.count(Topics.SOURCE_REQUESTS) + " lag");
      page.reads("[data-node=results] .now", results(ShardResult.Done.class::isInstance) + " done");
      page.reads(
          "[data-node=results] [data-field=failed]",
          results(ShardResult.Failed.class::isInstance) + " failed");
      page.reads(
          "[data-node=results] [data-field=cancelled]",
          results(ShardResult.Cancelled.class::isInstance) + " cancelled");
      page.reads(
          "[data-topic=shards-dead]", Topics.SHARDS_DEAD + " " + topics.count(Topics.SHARDS_DEAD));

      page.reads(TRANSFORM + "[data-field=lag]", "" + topics.count(Topics.SHARDS));
      page.reads(TRANSFORM + "[data-field=inFlight]", "2");
      page.reads(TRANSFORM + "[data-field=waiting]", "" + (topics.count(Topics.SHARDS) - 2));
      page.reads(TRANSFORM + "[data-field=members]", "0");
      page.reads(INGEST + "[data-field=lag]", "" + topics.count(Topics.SOURCE_REQUESTS));
      page.reads("[data-group='reports'] [data-field=lag]", "unknown");
      assertThat(page.text("[data-group='reports'] .why")).contains("orders-0", "earliest");

      assertThat(page.text("#workers")).contains("page-worker", "factorial-sum 9000");
      assertThat(page.text("#jobs tbody tr")).contains(job.toString(), "3 of 4");
      assertThat(page.text("#failures tbody tr"))
          .contains(job + "/2", "DEADLINE", "the time limit of 2 s was reached");
      assertThat(page.text("#dead-letters")).contains("INVALID_FIELD", "number: expected");

      page.run("document.querySelector('#failures a').click()");
      OpenPage.patiently()
          .untilAsserted(() -> assertThat(page.text("dialog pre")).contains("FAILED", "DEADLINE"));
      assertThat(page.complaints()).isEmpty();
    } finally {
      status(0, true);
    }
  }

  @Test
  void followsWhatIsWrittenWhileItIsOpen() throws Exception {
    try (Chromium chromium = new Chromium();
        OpenPage page = OpenPage.at(service, chromium)) {
      page.isLive();
      topics.write(Topics.SHARDS, job + "/0", SHARD, Map.of());
      topics.write(Topics.SHARDS, job + "/1", SHARD, Map.of());
      result(failed(new ShardId(job, 0, 2)));

      page.reads(TRANSFORM + "[data-field=lag]", "" + topics.count(Topics.SHARDS));
      page.reads(
          "[data-node=results] [data-field=failed]",
          results(ShardResult.Failed.class::isInstance) + " failed");
      OpenPage.patiently()
          .untilAsserted(
              () -> assertThat(page.text("#failures tbody tr")).contains(job + "/0", "DEADLINE"));
      assertThat(page.complaints()).isEmpty();
    }
  }

  private long results(Predicate<ShardResult> which) {
    return topics.values(Topics.SHARD_RESULTS).stream()
        .map(ShardResultCodec::decode)
        .filter(which)
        .count();
  }

  private void result(ShardResult result) {
    topics.write(
        Topics.SHARD_RESULTS, result.id().key(), ShardResultCodec.encode(result), Map.of());
  }

  private static ShardResult failed(ShardId id) {
    return new ShardResult.Failed(
        id,
        "factorial-sum",
        2500L,
        new Failure(new Reason("DEADLINE"), "the time limit of 2 s was reached"),
        EXECUTION);
  }

  private static DeadLetter letter() {
    return new DeadLetter(
        "page/0",
        new RecordPosition(Topics.SHARDS, 0, 7, Instant.now()),
        new Failure(new Reason("INVALID_FIELD"), "number: expected an integer"),
        1,
        Instant.now(),
        "page-worker");
  }

  private void status(int acquired, boolean ended) {
    Instant now = Instant.now();
    WorkerStatus status =
        new WorkerStatus(
            "page-worker",
            "transform-service",
            now,
            now.minusSeconds(100),
            // Long enough for a slow machine to look at it; it says itself when it ends.
            Duration.ofMinutes(1),
            4,
            acquired,
            false,
            ended,
            new WorkerStatus.Answers(0, 1, 2),
            List.of(new WorkerStatus.Running(job + "/3", "factorial-sum 9000", now, 1)));
    topics.write(Topics.WORKER_STATUS, "page-worker", WorkerStatusCodec.encode(status), Map.of());
  }
}
