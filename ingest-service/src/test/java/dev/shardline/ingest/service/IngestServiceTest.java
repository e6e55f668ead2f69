package dev.shardline.ingest.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.RecordPosition;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.json.Decoded;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.result.ShardResultCodec;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.contracts.shard.ShardCodec;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.ingest.source.http.SourceServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init") // injected fields
class IngestServiceTest {

  @ConfigProperty(name = ServiceUnderTest.FILES)
  Path files;

  @TestHTTPResource("/q/health")
  URI health;

  private ServiceClient client;
  private SourceServer server;

  @BeforeEach
  void connect() throws IOException {
    client = new ServiceClient();
    server = new SourceServer();
  }

  @AfterEach
  void disconnect() {
    client.close();
    server.close();
  }

  @Test
  void storesABody() {
    server.on("/customers", 200, "abc");

    SourceId id = client.request("customer_api", server.uri("/customers"), "");

    assertThat(client.outcome(id))
        .isInstanceOfSatisfying(
            SourceOutcome.Ingested.class,
            ingested -> {
              assertThat(ingested.message()).isEqualTo("customer_api ingested successfully");
              assertThat(Path.of(ingested.object().uri())).hasContent("abc");
              assertThat(ingested.object().bytes()).isEqualTo(3);
              assertThat(ingested.object().sha256()).startsWith("ba7816bf8f01cfea");
              assertThat(ingested.shardCount()).isZero();
              assertThat(ingested.fetch().attempts()).isEqualTo(1);
              assertThat(ingested.fetch().startedAt())
                  .isBeforeOrEqualTo(ingested.fetch().finishedAt());
            });
  }

  @Test
  void derivesTheJobOfARequestThatBringsNone() {
    server.on("/customers", 200, "abc");

    RecordMetadata sent =
        client.send(
            "{\"source\": \"customer_api\", \"uri\": \"%s\"}".formatted(server.uri("/customers")));

    SourceId id =
        new SourceId(
            new RecordPosition(
                    sent.topic(),
                    sent.partition(),
                    sent.offset(),
                    Instant.ofEpochMilli(sent.timestamp()))
                .derivedJobId(),
            "customer_api");
    assertThat(client.outcome(id)).isInstanceOf(SourceOutcome.Ingested.class);
  }

  @Test
  void turnsAJsonArrayIntoShards() {
    server.on("/data", 200, "[{\"n\": 2500}, {\"n\": 2800}]");

    SourceId id =
        client.request(
            "api",
            server.uri("/data"),
            ", \"shards\": {\"format\": \"json\", \"field\": \"n\"}, \"output\": \"decimal\"");

    assertThat(client.outcome(id))
        .isInstanceOfSatisfying(
            SourceOutcome.Ingested.class,
            ingested -> assertThat(ingested.shardCount()).isEqualTo(2));
    assertThat(shardsOf(id, 2))
        .containsExactlyInAnyOrder(
            new Shard(new ShardId(id.shardsJob(), 0, 2), 2500, "factorial-sum", Output.DECIMAL),
            new Shard(new ShardId(id.shardsJob(), 1, 2), 2800, "factorial-sum", Output.DECIMAL));
  }

  @Test
  void turnsTheLinesOfNdjsonIntoShards() {
    server.on("/data", 200, "{\"n\": 1}\n{\"n\": 2}\n{\"n\": 3}\n");

    SourceId id =
        client.request(
            "api",
            server.uri("/data"),
            ", \"shards\": {\"format\": \"ndjson\", \"field\": \"n\"}, \"transform\": \"double\"");

    assertThat(shardsOf(id, 3))
        .extracting(Shard::number, Shard::transform)
        .containsExactlyInAnyOrder(tuple(1L, "double"), tuple(2L, "double"), tuple(3L, "double"));
  }

  @Test
  void turnsTheArrayToWhichAPointerLeadsIntoShards() {
    server.on("/data", 200, "{\"page\": {\"rows\": [{\"n\": 1}, {\"n\": 2}], \"next\": null}}");

    SourceId id =
        client.request(
            "api",
            server.uri("/data"),
            ", \"shards\": {\"format\": \"json\", \"pointer\": \"/page/rows\", \"field\": \"n\"}");

    assertThat(shardsOf(id, 2)).extracting(Shard::number).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void answersRowsWithoutANumber() throws IOException {
    Path file = Files.writeString(files.resolve("data.csv"), "name,n\na,5\nb,\nc,x\nd,6\n", UTF_8);

    SourceId id =
        client.request(
            "file",
            file.toUri(),
            ", \"shards\": {\"format\": \"csv\", \"field\": \"n\", \"maxBadRows\": 0.5}");

    assertThat(client.outcome(id))
        .isInstanceOfSatisfying(
            SourceOutcome.Ingested.class, ingested -> assertThat(ingested.badRows()).isEqualTo(2));
    assertThat(shardsOf(id, 2))
        .extracting(shard -> shard.id().index(), Shard::number)
        .containsExactlyInAnyOrder(tuple(0, 5L), tuple(3, 6L));
    assertThat(client.results.await(id.shardsJob().toString(), 2))
        .extracting(record -> ShardResultCodec.decode(record.value()))
        .allSatisfy(result ->
            assertThat(result)
                .isInstanceOfSatisfying(
                    ShardResult.Failed.class,
                    failed -> {
                      assertThat(failed.failure().reason()).isEqualTo(Reason.INVALID_ROW);
                      assertThat(failed.failure().message())
                          .startsWith(
                              "row %d, line %d: n"
                                  .formatted(failed.id().index() + 1, failed.id().index() + 2));
                      assertThat(failed.id().count()).isEqualTo(4);
                      assertThat(failed.execution().worker()).isEqualTo("worker-under-test");
                    }));
  }

  @Test
  void turnsALargeBodyIntoShards() {
    int rows = 20_000;
    StringBuilder body = new StringBuilder("n\n");
    IntStream.range(0, rows).forEach(n -> body.append(n).append('\n'));
    server.on("/data", 200, body.toString());

    SourceId id =
        client.request(
            "api", server.uri("/data"), ", \"shards\": {\"format\": \"csv\", \"field\": \"n\"}");

    assertThat(shardsOf(id, rows))
        .hasSize(rows)
        .allSatisfy(shard -> {
          assertThat(shard.number()).isEqualTo(shard.id().index());
          assertThat(shard.id().count()).isEqualTo(rows);
        });
  }

  @Test
  void sendsTheValuesOfSecretsToTheSourceAlone() {
    BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
    server.on(
        "/data",
        exchange -> {
          tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
          SourceServer.answer(exchange, 403, "");
        });

    SourceId id =
        client.request(
            "api", server.uri("/data"), ", \"headers\": {\"Authorization\": \"token-of-crm\"}");

    List<ConsumerRecord<byte[], byte[]>> outcomes = client.outcomes.await(id.key(), 1);
    assertThat(tokens).containsExactly("s3cret");
    assertThat(new String(outcomes.getFirst().value(), UTF_8)).doesNotContain("s3cret");
  }

  @Test
  void fetchesAsManySourcesOfOnePartitionAtOnceAsThereAreWorkers() {
    CyclicBarrier all = new CyclicBarrier(4);
    server.on(
        "/data",
        exchange -> {
          try {
            // Answers none before all have come: one after another, they would all time out.
            all.await();
          } catch (InterruptedException | BrokenBarrierException e) {
            throw new IOException(e);
          }
          SourceServer.answer(exchange, 200, "abc");
        });

    List<SourceId> ids =
        IntStream.range(0, 4)
            .mapToObj(i -> client.request("api-" + i, server.uri("/data"), ""))
            .toList();

    List<SourceOutcome> outcomes = ids.stream().map(client::outcome).toList();
    assertThat(outcomes).hasOnlyElementsOfType(SourceOutcome.Ingested.class);
    Instant lastStart =
        outcomes.stream().map(o -> o.fetch().startedAt()).max(Instant::compareTo).orElseThrow();
    Instant firstEnd =
        outcomes.stream().map(o -> o.fetch().finishedAt()).min(Instant::compareTo).orElseThrow();
    assertThat(lastStart).isBefore(firstEnd);
  }

  @Test
  void isHealthy() throws Exception {
    server.on("/data", 200, "abc");
    client.outcome(client.request("api", server.uri("/data"), ""));

    HttpResponse<String> response;
    try (HttpClient http = HttpClient.newHttpClient()) {
      response =
          http.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());
    }

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private List<Shard> shardsOf(SourceId id, int count) {
    return client.shards.await(id.shardsJob() + "/", count).stream()
        .map(IngestServiceTest::shard)
        .toList();
  }

  private static Shard shard(ConsumerRecord<byte[], byte[]> record) {
    RecordPosition position =
        new RecordPosition(
            record.topic(),
            record.partition(),
            record.offset(),
            Instant.ofEpochMilli(record.timestamp()));
    Decoded<ShardId, Shard> decoded = ShardCodec.decode(record.value(), position);
    assertThat(decoded).isInstanceOf(Decoded.Valid.class);
    Shard shard = ((Decoded.Valid<ShardId, Shard>) decoded).message();
    assertThat(TopicReader.key(record)).isEqualTo(shard.id().key());
    return shard;
  }
}
