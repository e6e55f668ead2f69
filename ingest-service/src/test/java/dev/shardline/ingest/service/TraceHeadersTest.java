package dev.shardline.ingest.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.ingest.source.http.SourceServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the W3C headers of a request in a service that makes no traces of its own. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@SuppressWarnings("NullAway.Init") // set before each test
class TraceHeadersTest {

  private static final Header[] SENT = {
    header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
    header("tracestate", "vendor=1"),
    header("baggage", "tenant=a"),
    header("of-the-producer", "not for others")
  };

  private static final List<String> PASSED_ON =
      List.of(
          "traceparent=00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
          "tracestate=vendor=1",
          "baggage=tenant=a");

  private ServiceClient client;
  private SourceServer server;

  @BeforeEach
  void connect() throws IOException {
    client = new ServiceClient();
    server = new SourceServer();
    server.on(
        "/rows", exchange -> SourceServer.answer(exchange, 200, "[{\"n\": 5}, {\"n\": \"bad\"}]"));
  }

  @AfterEach
  void disconnect() {
    client.close();
    server.close();
  }

  @Test
  void shardsAnswersToBadRowsAndTheOutcomeCarryThoseOfTheRequest() {
    SourceId id = request(SENT);

    assertThat(headers(client.outcomes.await(id.key(), 1).getFirst())).isEqualTo(PASSED_ON);
    assertThat(headers(client.shards.await(id.shardsJob() + "/0", 1).getFirst()))
        .isEqualTo(PASSED_ON);
    assertThat(headers(client.results.await(id.shardsJob() + "/1", 1).getFirst()))
        .isEqualTo(PASSED_ON);
  }

  @Test
  void aRequestWithoutThemLeadsToNone() {
    SourceId id = request();

    assertThat(headers(client.outcomes.await(id.key(), 1).getFirst())).isEmpty();
    assertThat(headers(client.shards.await(id.shardsJob() + "/0", 1).getFirst())).isEmpty();
  }

  @Test
  void aDeadLetterKeepsAll() {
    RecordMetadata sent = client.send("no JSON".getBytes(UTF_8), SENT);

    assertThat(headers(client.deadLetter(sent)))
        .containsAll(PASSED_ON)
        .contains("of-the-producer=not for others");
  }

  private SourceId request(Header... headers) {
    SourceId id = new SourceId(JobId.create(), "traced");
    client.send(
        """
        {"jobId": "%s", "source": "%s", "uri": "%s",
         "shards": {"format": "json", "field": "n", "maxBadRows": 1}}
        """
            .formatted(id.job(), id.source(), server.uri("/rows"))
            .getBytes(UTF_8),
        headers);
    return id;
  }

  private static List<String> headers(ConsumerRecord<byte[], byte[]> record) {
    return Arrays.stream(record.headers().toArray())
        .map(header -> header.key() + "=" + new String(header.value(), UTF_8))
        .toList();
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}
