package dev.shardline.ingest.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.OriginHeaders;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceOutcomeCodec;
import dev.shardline.ingest.source.http.RawServer;
import dev.shardline.ingest.source.http.SourceServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong: one failed outcome, one dead letter, and the next request goes on. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
class BadRequestsTest {

  /**
   * A topic takes records of 1 MiB and 12 bytes by default, and a record is more than its value.
   */
  private static final int LARGEST_VALUE = 1024 * 1024 - 200;

  private static final Header HEADER = new RecordHeader("trace", "abc".getBytes(UTF_8));

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not JSON                                     | NOT_JSON      | expected a JSON object
          [1, 2]                                       | NOT_AN_OBJECT | was an array
          {"uri": "http://host"}                       | INVALID_FIELD | source is missing
          {"source": "api"}                            | INVALID_FIELD | uri is missing
          {"source": 5, "uri": "http://host"}          | INVALID_FIELD | source: expected a text
          {"source": "api", "uri": "no absolute uri"}  | INVALID_FIELD | uri: expected an absolute URI
          {"source": "api", "uri": "ftp://host/data"}  | UNSUPPORTED_SCHEME | file, http, https, s3, was ftp
          {"source": "api", "uri": "file:///etc/hosts"} | FORBIDDEN    | outside the directories
          {"source": "api", "uri": "http://does-not-exist.invalid"} | UNREACHABLE | cannot connect
          {"source": "api", "uri": "http://host", "headers": {"X": "y"}} | UNKNOWN_SECRET | "y"
          {"source": "api", "uri": "http://host", "shards": {"format": "xml"}} | INVALID_FIELD | json, ndjson, csv
          """)
  void answersWhatIsNoGoodRequest(String value, String reason, String message) {
    RecordMetadata sent = client.send(value.getBytes(UTF_8), HEADER);

    requireFailure(sent, value.getBytes(UTF_8), new Reason(reason), message);
  }

  @Test
  void answersARecordWithoutAValue() {
    RecordMetadata sent = client.send((byte[]) null, HEADER);

    requireFailure(sent, null, Reason.EMPTY_RECORD, "the record has no value");
  }

  @Test
  void tellsOnlyTheLastCauseOfARecordThatWasPutBack() {
    byte[] value = "not JSON".getBytes(UTF_8);
    RecordMetadata sent =
        client.send(
            value,
            HEADER,
            new RecordHeader(DeadLetter.REASON, "TIMEOUT".getBytes(UTF_8)),
            new RecordHeader(DeadLetter.ATTEMPTS, "3".getBytes(UTF_8)));

    requireFailure(sent, value, Reason.NOT_JSON, "expected a JSON object");
  }

  @Test
  void answersARecordOfTheLargestSize() {
    byte[] value = new byte[LARGEST_VALUE];
    Arrays.fill(value, (byte) 'x');
    RecordMetadata sent = client.send(value, HEADER);

    requireFailure(sent, value, Reason.NOT_JSON, "expected a JSON object");
  }

  @ParameterizedTest
  @CsvSource({"404", "500"})
  void answersWhereTheSourceRefuses(int status) {
    server.on("/data", status, "");

    requireFailureOf(server.uri("/data"), "", Reason.HTTP_STATUS, "status " + status);
  }

  @Test
  void answersWhereTheSourceStalls() throws IOException {
    try (RawServer stalling =
        RawServer.stallingAfter("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[")) {
      requireFailureOf(stalling.uri(), "", Reason.TIMEOUT, "stopped for too long");
    }
  }

  @Test
  void answersOthersWhileASourceStalls() throws IOException {
    server.on("/good", 200, "abc");
    try (RawServer stalling = RawServer.stallingAfter("")) {
      SourceId slow = client.request("slow", stalling.uri(), "");
      SourceId good = client.request("good", server.uri("/good"), "");

      Instant answered = client.outcome(good).fetch().finishedAt();

      assertThat(answered).isBefore(client.outcome(slow).fetch().finishedAt());
    }
  }

  @Test
  void answersWhereTheSourceBreaksOff() throws IOException {
    try (RawServer truncating =
        RawServer.closingAfter("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[")) {
      requireFailureOf(truncating.uri(), "", Reason.TRUNCATED_BODY, "is not complete");
    }
  }

  @Test
  void answersWhereTheBodyIsTooLarge() {
    server.on("/data", 200, "x".repeat(ServiceUnderTest.MAX_BODY + 1));

    requireFailureOf(server.uri("/data"), "", Reason.BODY_TOO_LARGE, "1048576 bytes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          json   | {"n": 1}      | expected one JSON array
          csv    | number,name   | "n" in the header line
          """)
  void answersWhereTheBodyIsNotOfItsFormat(String format, String body, String message) {
    server.on("/data", 200, body);

    requireFailureOf(
        server.uri("/data"),
        ", \"shards\": {\"format\": \"%s\", \"field\": \"n\"}".formatted(format),
        Reason.INVALID_BODY,
        message);
  }

  @Test
  void answersWhereTooManyRowsAreBad() {
    server.on("/data", 200, "{\"n\": 1}\n{\"m\": 2}\n");

    requireFailureOf(
        server.uri("/data"),
        ", \"shards\": {\"format\": \"ndjson\", \"field\": \"n\"}",
        Reason.TOO_MANY_BAD_ROWS,
        "1 of 2 rows are bad, a larger share than 0.1 (ingest.shards.max-bad-rows) allows");
  }

  private void requireFailureOf(URI uri, String furtherFields, Reason reason, String message) {
    String value = "{\"source\": \"api\", \"uri\": \"%s\"%s}".formatted(uri, furtherFields);
    RecordMetadata sent = client.send(value.getBytes(UTF_8), HEADER);
    requireFailure(sent, value.getBytes(UTF_8), reason, message);
  }

  private void requireFailure(
      RecordMetadata sent, byte @Nullable [] value, Reason reason, String message) {
    ConsumerRecord<byte[], byte[]> letter = client.deadLetter(sent);
    assertThat(letter.key()).isEqualTo("a-key".getBytes(UTF_8));
    assertThat(letter.value()).isEqualTo(value);
    assertThat(letter.headers())
        .extracting(Header::key)
        .containsExactly(
            "trace",
            DeadLetter.ID,
            DeadLetter.REASON,
            DeadLetter.MESSAGE,
            DeadLetter.ATTEMPTS,
            DeadLetter.DEAD_AT,
            DeadLetter.WORKER,
            OriginHeaders.TOPIC,
            OriginHeaders.PARTITION,
            OriginHeaders.OFFSET,
            OriginHeaders.TIMESTAMP);
    assertThat(ServiceClient.header(letter, "trace")).isEqualTo("abc");
    assertThat(ServiceClient.header(letter, DeadLetter.REASON)).isEqualTo(reason.code());
    assertThat(ServiceClient.header(letter, DeadLetter.WORKER)).isEqualTo("worker-under-test");

    String id = ServiceClient.header(letter, DeadLetter.ID);
    assertThat(client.outcomes.await(id, 1))
        .singleElement()
        .extracting(record -> SourceOutcomeCodec.decode(record.value()))
        .isInstanceOfSatisfying(
            SourceOutcome.Failed.class,
            failed -> {
              assertThat(failed.failure().reason()).isEqualTo(reason);
              assertThat(failed.message()).contains(message);
            });

    server.on("/good", 200, "abc");
    assertThat(client.outcome(client.request("good", server.uri("/good"), "")))
        .isInstanceOf(SourceOutcome.Ingested.class);
  }
}
