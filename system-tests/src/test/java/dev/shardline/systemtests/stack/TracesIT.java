package dev.shardline.systemtests.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.broker.LoopbackPorts;
import dev.shardline.contracts.Topics;
import dev.shardline.systemtests.trace.Collector;
import dev.shardline.systemtests.trace.ToldSpan;
import dev.shardline.systemtests.work.NumberSource;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces of jobs, from the command line through the services, as a collector sees them. */
class TracesIT {

  private static final String READY = "Ctrl-C finishes the work that runs";
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir private Path directory;

  @Test
  void aJobIsOneTraceFromTheClientToItsResults() throws Exception {
    try (Collector collector = new Collector();
        NumberSource source = NumberSource.complete(3);
        CommandLineProcess up = up(traced(collector.endpoint()))) {
      CommandLineProcess ingest =
          onStack(
              up,
              traced(collector.endpoint()),
              "ingest",
              "crm=" + source.uri() + "?key=hidden-in-the-address",
              "--header",
              "Authorization=crmtoken",
              "--shards-format",
              "ndjson",
              "--shards-field",
              "number");
      assertThat(ingest.awaitExit()).as(ingest.err()).isZero();
      await("the spans of the shards")
          .atMost(LIMIT)
          .until(() -> all(collector, "process shards").size() == 3);
      await("the span of the request")
          .atMost(LIMIT)
          .until(() -> !all(collector, "process source-requests").isEmpty());

      ToldSpan client = only(collector, "send source-requests");
      ToldSpan request = only(collector, "process source-requests");
      ToldSpan fetch = only(collector, "fetch and store");
      ToldSpan sending = only(collector, "send shards");
      List<ToldSpan> shards = all(collector, "process shards");
      assertThat(collector.spans()).extracting(ToldSpan::trace).containsOnly(client.trace());
      assertThat(collector.spans()).extracting(ToldSpan::error).containsOnly("");
      assertThat(client.parent()).isEmpty();
      assertThat(client.service()).isEqualTo("shardline");
      assertThat(client.kind()).isEqualTo(SpanKind.SPAN_KIND_PRODUCER);
      assertThat(request.parent()).isEqualTo(client.id());
      assertThat(request.service()).isEqualTo("shardline-ingest");
      assertThat(request.kind()).isEqualTo(SpanKind.SPAN_KIND_CONSUMER);
      assertThat(fetch.parent()).isEqualTo(request.id());
      assertThat(sending.parent()).isEqualTo(request.id());
      assertThat(shards)
          .allSatisfy(shard -> {
            assertThat(shard.parent()).isEqualTo(sending.id());
            assertThat(shard.service()).isEqualTo("shardline-transform");
            assertThat(shard.attributes())
                .containsEntry("messaging.system", "kafka")
                .containsEntry("shardline.attempt", "1")
                .containsEntry("shardline.outcome", "DONE");
          });
      assertThat(carried(up, Topics.SHARD_RESULTS))
          .containsExactlyInAnyOrderElementsOf(shards.stream().map(ToldSpan::traceparent).toList());
      assertThat(carried(up, Topics.SOURCE_OUTCOMES)).containsExactly(request.traceparent());

      CommandLineProcess failing =
          onStack(
              up, traced(collector.endpoint()), "submit", "--transform", "no-such-transform", "7");
      assertThat(failing.awaitExit()).isEqualTo(1);
      await("the span of the failure")
          .atMost(LIMIT)
          .until(() ->
              all(collector, "process shards").stream()
                  .anyMatch(shard -> shard.error().equals("UNKNOWN_TRANSFORM")));

      up.signal("TERM");
      assertThat(up.awaitExit()).isZero();
      assertThat(collector.requests()).containsOnly("/v1/traces hidden-key");
      assertThat(collector.text()).doesNotContain("hidden");
      assertThat(logs()).doesNotContain("hidden-key", "hidden-token", "io.opentelemetry");
      assertThat(ingest.err()).doesNotContain("hidden-key", "opentelemetry");
    }
  }

  @Test
  void workIsDoneAndProcessesStopInTimeWhileTheCollectorIsAway() throws Exception {
    Map<String, String> environment = traced("http://127.0.0.1:" + LoopbackPorts.free());
    try (CommandLineProcess up = up(environment)) {
      CommandLineProcess submit = onStack(up, environment, "submit", "2500", "3");
      assertThat(submit.awaitExit()).as(submit.err()).isZero();
      assertThat(submit.out()).contains("Input 2500 -> Result length: 7408 digits");

      long asked = System.nanoTime();
      up.signal("TERM");

      assertThat(up.awaitExit()).isZero();
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(20));
      assertThat(logs()).doesNotContain("\tat ", "hidden");
    }
  }

  @Test
  void nobodyIsToldAnythingUnlessACollectorIsNamedAndTracesAreNotDisabled() throws Exception {
    try (Collector collector = new Collector()) {
      Map<String, String> environment = traced(collector.endpoint());
      environment.put("OTEL_SDK_DISABLED", "true");
      try (CommandLineProcess up = up(environment)) {
        CommandLineProcess submit = onStack(up, environment, "submit", "3");
        assertThat(submit.awaitExit()).as(submit.err()).isZero();

        up.signal("TERM");
        assertThat(up.awaitExit()).isZero();
        assertThat(collector.requests()).isEmpty();
        assertThat(logs()).doesNotContainIgnoringCase("opentelemetry", "otel", "span");
      }
    }
  }

  @Test
  void aCommandNamesTheVariableThatIsWrong() throws Exception {
    try (CommandLineProcess submit =
        CommandLineProcess.start(
            directory,
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:1",
                "OTEL_TRACES_SAMPLER",
                "sometimes"),
            "submit",
            "3")) {
      assertThat(submit.awaitExit()).isEqualTo(2);
      assertThat(submit.err())
          .isEqualTo("shardline: Unrecognized value for OTEL_TRACES_SAMPLER: sometimes\n");
    }
  }

  private static Map<String, String> traced(String endpoint) {
    return new HashMap<>(
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT", endpoint,
            "OTEL_EXPORTER_OTLP_HEADERS", "api-key=hidden-key",
            "OTEL_BSP_SCHEDULE_DELAY", "200",
            "INGEST_HTTP_ALLOWED_NETWORKS", "127.0.0.0/8",
            "INGEST_SECRETS_CRMTOKEN", "hidden-token"));
  }

  private static List<ToldSpan> all(Collector collector, String name) {
    return collector.spans().stream().filter(span -> span.name().equals(name)).toList();
  }

  private static ToldSpan only(Collector collector, String name) {
    assertThat(all(collector, name)).as(name).hasSize(1);
    return all(collector, name).getFirst();
  }

  /** The traceparent of each record of a topic of one partition or more, in no order. */
  private static List<String> carried(CommandLineProcess up, String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", up.told("broker")),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
      List<String> carried = new ArrayList<>();
      while (partitions.stream().mapToLong(consumer::position).sum() < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          Header parent = record.headers().lastHeader("traceparent");
          carried.add(parent == null ? "none" : new String(parent.value(), UTF_8));
        }
      }
      return carried;
    }
  }

  /** All that the services have logged. */
  private String logs() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      StringBuilder text = new StringBuilder();
      for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        if (!log.toString().matches(".*\\d{20}\\.log")) {
          text.append(Files.readString(log));
        }
      }
      assertThat(text).as("logs").isNotEmpty();
      return text.toString();
    }
  }

  private CommandLineProcess up(Map<String, String> environment) {
    CommandLineProcess up =
        CommandLineProcess.start(
            directory,
            environment,
            "up",
            "--port",
            "0",
            "--data",
            directory.resolve("data").toString());
    up.awaitOut(READY);
    return up;
  }

  private CommandLineProcess onStack(
      CommandLineProcess up, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.addAll(1, List.of("--bootstrap-server", up.told("broker")));
    return CommandLineProcess.start(directory, environment, command.toArray(String[]::new));
  }
}
