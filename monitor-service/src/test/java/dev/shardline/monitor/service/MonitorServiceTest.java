package dev.shardline.monitor.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shardline.contracts.Topics;
import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Failure;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.result.Execution;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.contracts.worker.WorkerStatus;
import dev.shardline.contracts.worker.WorkerStatusCodec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class MonitorServiceTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] SHARD = "{\"number\": 2500}".getBytes(UTF_8);

  private final TestTopics topics = new TestTopics(BrokerResource.address());
  private final HttpClient http = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init") // set before each test
  @TestHTTPResource
  URI service;

  @Test
  void tellsTheTrueLagOfTheShareGroupBeforeAnyWorkerWasStarted() throws Exception {
    long before = backlog("shardline-transform");
    for (int i = 0; i < 3; i++) {
      topics.write(Topics.SHARDS, "k" + i, SHARD, Map.of());
    }

    eventually(() -> backlog("shardline-transform") == before + 3);
    JsonNode group = group("shardline-transform");
    assertThat(group.path("kind").asText()).isEqualTo("share");
    assertThat(group.path("known").asBoolean()).isTrue();
    assertThat(group.path("lag").asLong()).isEqualTo(before + 3);
    assertThat(group.path("oldestAgeSeconds").isNumber()).isTrue();
    assertThat(group.path("partitions").get(0).path("logEnd").asLong()).isPositive();
    eventually(() ->
        metrics()
            .anyMatch(line ->
                line.startsWith("shardline_group_lag_records{")
                    && line.contains("group=\"shardline-transform\"")
                    && value(line) == before + 3));
  }

  @Test
  void showsNoFigureOfAGroupWhoseLagIsUnknownAndRefusesToScaleOnIt() throws Exception {
    topics.write(BrokerResource.FOREIGN_TOPIC, "k", SHARD, Map.of());

    eventually(() ->
        get("/api/backlog/" + BrokerResource.FOREIGN_GROUP).statusCode() == 503
            && group(BrokerResource.FOREIGN_GROUP).path("reason").asText().contains("earliest"));
    JsonNode group = group(BrokerResource.FOREIGN_GROUP);
    assertThat(group.path("lag").isNull()).isTrue();
    assertThat(group.path("known").asBoolean()).isFalse();
    HttpResponse<String> scale = get("/api/backlog/" + BrokerResource.FOREIGN_GROUP);
    assertThat(JSON.readTree(scale.body()).path("error").asText()).contains("configure its start");
    eventually(() ->
        metrics()
            .anyMatch(line ->
                line.startsWith("shardline_group_lag_known{")
                    && line.contains(BrokerResource.FOREIGN_GROUP)
                    && value(line) == 0));
    assertThat(metrics())
        .noneMatch(line ->
            line.startsWith("shardline_group_lag_records{")
                && line.contains(BrokerResource.FOREIGN_GROUP));
  }

  @Test
  void sumsUpTheBacklogOfSeveralGroups() throws Exception {
    topics.write(Topics.SHARDS_RETRY, "k", SHARD, Map.of());

    eventually(() -> backlog("shardline-transform-retry") >= 1);
    eventually(() ->
        backlog("shardline-transform,shardline-transform-retry")
            == backlog("shardline-transform") + backlog("shardline-transform-retry"));
  }

  @Test
  void knowsNothingOfGroupsThatAreNotWatched() throws Exception {
    HttpResponse<String> answer = get("/api/backlog/nobody");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("monitor.groups.nobody");
  }

  @Test
  void showsJobsFailuresAndTheRecordOfAFailure() throws Exception {
    JobId job = JobId.create();
    result(failed(job, 0));
    result(failed(job, 0));
    result(failed(job, 1));

    eventually(() -> job(job).path("failed").asLong() == 2);
    assertThat(job(job).path("total").asLong()).isEqualTo(4);
    JsonNode failure = failure(job + "/1");
    assertThat(failure.path("reason").asText()).isEqualTo("DEADLINE");
    HttpResponse<String> record =
        get(
            "/api/record?topic=%s&partition=%d&offset=%d"
                .formatted(
                    failure.path("topic").asText(),
                    failure.path("partition").asInt(),
                    failure.path("offset").asLong()));
    assertThat(record.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(record.body()).path("key").asText()).isEqualTo(job + "/1");
    assertThat(
            JSON.readTree(JSON.readTree(record.body()).path("value").asText())
                .path("status")
                .asText())
        .isEqualTo("FAILED");
  }

  @Test
  void showsNoRecordsOfOtherTopicsAndSaysWhenThereIsNone() throws Exception {
    assertThat(get("/api/record?topic=orders&partition=0&offset=0").statusCode()).isEqualTo(400);
    assertThat(get("/api/record?topic=shards-dead&partition=0&offset=x").statusCode())
        .isIn(400, 404);
    HttpResponse<String> none = get("/api/record?topic=shards-dead&partition=0&offset=9999");
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).contains("9999");
  }

  @Test
  void countsDeadLettersByCause() throws Exception {
    DeadLetter letter =
        new DeadLetter(
            "some/0",
            new RecordPosition(Topics.SHARDS, 0, 7, Instant.now()),
            new Failure(new Reason("INVALID_FIELD"), "number: expected an integer"),
            1,
            Instant.now(),
            "worker-1");
    topics.write(Topics.SHARDS_DEAD, "k", SHARD, letter.headers());

    eventually(() -> {
      JsonNode causes = overview().path("deadLettersByCause");
      return causes.size() > 0 && causes.get(0).path("cause").asText().equals("INVALID_FIELD");
    });
    eventually(() ->
        metrics()
            .anyMatch(line ->
                line.startsWith("shardline_dead_letters{")
                    && line.contains("reason=\"INVALID_FIELD\"")));
  }

  @Test
  void showsWhatWorkersHoldAndForgetsThoseThatWentSilent() throws Exception {
    Instant now = Instant.now();
    status("worker-a", now, 3, false);
    status("worker-b", now.minusSeconds(60), 2, false);

    // Others may be seen too, so that there are two is not enough.
    eventually(() -> worker("worker-a").isObject() && worker("worker-b").isObject());
    JsonNode alive = worker("worker-a");
    assertThat(alive.path("gone").asBoolean()).isFalse();
    assertThat(alive.path("running").get(0).path("work").asText()).isEqualTo("factorial-sum 9000");
    assertThat(worker("worker-b").path("gone").asBoolean()).isTrue();
    eventually(() -> group("shardline-transform").path("inFlight").asLong() == 3);

    status("worker-a", Instant.now(), 0, true);

    eventually(() -> group("shardline-transform").path("inFlight").asLong() == 0);
  }

  @Test
  void tellsOfEachReadingWhileSomebodyListens() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/api/stream"))
            .timeout(Duration.ofMinutes(1))
            .build();
    try (Stream<String> lines = http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
      List<String> events =
          lines
              .filter(line -> line.startsWith("data:"))
              .limit(3)
              .map(line -> line.substring(5))
              .toList();
      for (String event : events) {
        assertThat(JSON.readTree(event).path("groups").isArray()).isTrue();
      }
      assertThat(events).hasSize(3);
    }
  }

  @Test
  void asksTheClusterASmallNumberOfTimesForEachReading() throws Exception {
    eventually(() -> metric("shardline_monitor_reading_seconds_count") >= 3);
    double calls = metric("shardline_monitor_admin_calls_total");
    double readings = metric("shardline_monitor_reading_seconds_count");

    assertThat(calls / readings).isBetween(5.0, 14.0);
  }

  @Test
  void servesThePageWithoutAnythingFromElsewhere() throws Exception {
    HttpResponse<String> page = get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("default-src 'self'");
  }

  private ShardResult failed(JobId job, int index) {
    return new ShardResult.Failed(
        new ShardId(job, index, 4),
        "factorial-sum",
        2500L,
        new Failure(new Reason("DEADLINE"), "the time limit of 2 s was reached"),
        new Execution(1, "worker-1", Duration.ZERO, Duration.ofSeconds(2)));
  }

  private void result(ShardResult result) {
    topics.write(
        Topics.SHARD_RESULTS, result.id().key(), ShardResultCodec.encode(result), Map.of());
  }

  private void status(String worker, Instant at, int acquired, boolean ended) {
    WorkerStatus status =
        new WorkerStatus(
            worker,
            "transform-service",
            at,
            at.minusSeconds(100),
            Duration.ofSeconds(5),
            1,
            acquired,
            false,
            ended,
            new WorkerStatus.Answers(1, 2, 3),
            List.of(new WorkerStatus.Running("job/1", "factorial-sum 9000", at, 1)));
    topics.write(Topics.WORKER_STATUS, worker, WorkerStatusCodec.encode(status), Map.of());
  }

  private long backlog(String groups) throws Exception {
    AtomicReference<HttpResponse<String>> answer = new AtomicReference<>();
    eventually(() -> {
      answer.set(get("/api/backlog/" + groups));
      return answer.get().statusCode() == 200;
    });
    return JSON.readTree(answer.get().body()).path("backlog").asLong();
  }

  private JsonNode group(String name) throws Exception {
    return find("groups", "group", name);
  }

  private JsonNode worker(String name) throws Exception {
    return find("workers", "worker", name);
  }

  private JsonNode job(JobId job) throws Exception {
    return find("jobs", "job", job.toString());
  }

  private JsonNode failure(String key) throws Exception {
    return find("failures", "key", key);
  }

  private JsonNode find(String list, String field, String value) throws Exception {
    for (JsonNode each : overview().path(list)) {
      if (each.path(field).asText().equals(value)) {
        return each;
      }
    }
    return JSON.missingNode();
  }

  private JsonNode overview() throws Exception {
    return JSON.readTree(get("/api/overview").body());
  }

  private Stream<String> metrics() throws Exception {
    return get("/q/metrics").body().lines();
  }

  private double metric(String name) throws Exception {
    return metrics()
        .filter(line -> line.startsWith(name))
        .mapToDouble(MonitorServiceTest::value)
        .findFirst()
        .orElse(0);
  }

  private static double value(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(service.resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static void eventually(Callable<Boolean> condition) {
    await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(condition);
  }
}
