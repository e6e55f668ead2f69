package dev.shardline.ingest.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.ingest.source.http.RawServer;
import dev.shardline.ingest.source.http.SourceServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to a request: no value of a secret is seen outside of the request for it. */
@SuppressWarnings("NullAway.Init") // injected fields
@QuarkusTest
@TestProfile(SecretsTest.WithSecrets.class)
class SecretsTest {

  /** Credentials that a requester writes into a URI, where they do not belong. */
  private static final String IN_A_URI = "wr1tten-BY-requester";

  private static final String CRM = ", \"headers\": {\"X-Token\": \"crm-token\"}";
  private static final String SHOP = ", \"headers\": {\"Authorization\": \"shop-token\"}";
  private static final String ROWS =
      ", \"shards\": {\"format\": \"%s\", \"field\": \"n\", \"maxBadRows\": %s}";

  @TestHTTPResource("/q/metrics")
  URI metrics;

  @TestHTTPResource("/q/health")
  URI health;

  private final Map<SourceId, String> expected = new LinkedHashMap<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private ServiceClient client;
  private SourceServer server;
  private SourceServer elsewhere;
  private LogCapture log;

  @BeforeEach
  void connect() throws IOException {
    log = new LogCapture();
    client = new ServiceClient();
    server = new SourceServer();
    elsewhere = new SourceServer();
    open.addAll(List.of(log, client, server, elsewhere));
    for (SourceServer each : List.of(server, elsewhere)) {
      each.on(
          "/good",
          exchange -> {
            exchange.getRequestHeaders().values().forEach(received::addAll);
            SourceServer.answer(exchange, 200, "[]");
          });
    }
  }

  @AfterEach
  void disconnect() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void sendsSecretsOfSettingsAndOfMountedFiles() throws Exception {
    expect("INGESTED", server.uri("/good"), CRM);
    expect("INGESTED", server.uri("/good"), SHOP);
    expect("INGESTED", server.uri("/good"), ", \"headers\": {\"X-Token\": \"file-token\"}");
    requireNothingSeen();

    assertThat(received)
        .contains(
            ServiceWithSecrets.TOKEN, ServiceWithSecrets.BEARER, ServiceWithSecrets.IN_A_FILE);
  }

  @Test
  void showsNoSecretOfARequestThatFails() throws Exception {
    server.on("/401", 401, ServiceWithSecrets.TOKEN);
    server.on("/500", 500, ServiceWithSecrets.TOKEN);
    server.on("/503", 503, ServiceWithSecrets.TOKEN);
    expect("HTTP_STATUS", server.uri("/401"), CRM);
    expect("HTTP_STATUS", server.uri("/500"), CRM);
    expect("HTTP_STATUS", server.uri("/503"), SHOP);
    expect("TIMEOUT", raw(RawServer.stallingAfter("")), CRM);
    expect("TIMEOUT", raw(RawServer.stallingAfter("HTTP/1.1 200 OK\r\n\r\n[")), SHOP);
    expect("TRUNCATED_BODY", answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n["), CRM);
    expect("FORBIDDEN_ADDRESS", URI.create("http://10.1.2.3/"), CRM);
    expect("UNREACHABLE", URI.create("http://127.0.0.1:1/"), CRM);
    expect("UNREACHABLE", URI.create(server.uri("/good").toString().replace("http", "https")), CRM);
    expect("INVALID_FIELD", server.uri("/good"), ", \"headers\": {\"X-Token\": \"two-lines\"}");
    expect("INVALID_FIELD", server.uri("/good"), ", \"headers\": {\"Host\": \"crm-token\"}");
    expect("INVALID_FIELD", server.uri("/good"), ", \"headers\": {\"a b\": \"crm-token\"}");
    expect(
        "UNKNOWN_SECRET",
        server.uri("/good"),
        ", \"headers\": {\"X-Token\": \"crm-token\", \"X-Other\": \"nothing\"}");
    requireNothingSeen();
  }

  @Test
  void takesNoSecretToAnotherOrigin() throws Exception {
    server.on(
        "/away",
        exchange -> {
          exchange.getResponseHeaders().set("Location", elsewhere.uri("/good").toString());
          SourceServer.answer(exchange, 302, "");
        });
    expect("INGESTED", server.uri("/away"), SHOP);
    requireNothingSeen();

    assertThat(received).isNotEmpty().noneMatch(SecretsTest::isSecret);
  }

  @Test
  void showsNoSecretThatASourceSendsBack() throws Exception {
    String token = ServiceWithSecrets.TOKEN;
    expect("SOURCE_BROKEN", answering(token + "\r\n\r\n"), CRM);
    expect(
        "SOURCE_BROKEN",
        answering("HTTP/1.1 200 OK\r\nContent-Encoding: " + token + "\r\n\r\n"),
        CRM);
    expect(
        "UNREACHABLE",
        answering("HTTP/1.1 302 Found\r\nLocation: http://" + token + ".invalid/\r\n\r\n"),
        CRM);
    server.on("/bearer", 200, "{\"n\": \"" + ServiceWithSecrets.BEARER.substring(7) + "\"}\n");
    server.on("/rows", 200, "{\"n\": \"" + token + "\"}\n" + token + "\n");
    server.on("/text", 200, token);
    server.on("/head", 200, token + "," + token + "\n1,2\n");
    expect("INGESTED", server.uri("/rows"), CRM + ROWS.formatted("ndjson", 1));
    expect("INGESTED", server.uri("/bearer"), SHOP + ROWS.formatted("ndjson", 1));
    expect("INVALID_BODY", server.uri("/text"), CRM + ROWS.formatted("json", 1));
    expect("INVALID_BODY", server.uri("/head"), CRM + ROWS.formatted("csv", 1));
    requireNothingSeen();
  }

  @Test
  void showsNoSecretThatASourceNamesItsBodyBy() throws Exception {
    URI tagged =
        answering("HTTP/1.1 200 OK\r\nETag: \"\u00e9" + ServiceWithSecrets.TOKEN + "\"\r\n\r\n[]");
    String reused = CRM + ", \"reuseUnchanged\": true";
    expect("INGESTED", tagged, reused);
    requireNothingSeen();
    expect("INGESTED", tagged, reused);
    requireNothingSeen();
  }

  @Test
  void showsNoCredentialsThatAUriCarries() throws Exception {
    // The other server logs itself what it is asked, in this process.
    URI nothing = answering("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    String at = "127.0.0.1:" + nothing.getPort();
    for (String uri :
        List.of(
            "http://me:" + IN_A_URI + "@" + at + "/good",
            "http://" + at + "/none?token=" + IN_A_URI,
            "http://" + at + "/none/" + IN_A_URI,
            "http://me:" + IN_A_URI + "@ho st/",
            "ftp://me:" + IN_A_URI + "@host/data",
            "s3://me:" + IN_A_URI + "@bucket/data",
            "s3://bucket/" + IN_A_URI,
            "file://me:" + IN_A_URI + "@host/data",
            "file:///etc/hosts?token=" + IN_A_URI,
            "file:///etc/" + IN_A_URI)) {
      expected.put(client.request("uri-" + expected.size(), uri, CRM), "");
    }
    requireNothingSeen();
  }

  private void expect(String outcome, URI uri, String furtherFields) {
    expected.put(client.request("source-" + expected.size(), uri, furtherFields), outcome);
  }

  private URI answering(String response) throws IOException {
    return raw(new RawServer((out, _) -> out.write(response.getBytes(ISO_8859_1))));
  }

  private URI raw(RawServer started) {
    open.add(started);
    return started.uri();
  }

  /** Waits for what is expected, and looks at everything that the service has let out. */
  private void requireNothingSeen() throws Exception {
    expected.forEach((id, wanted) -> {
      String came =
          switch (client.outcome(id)) {
            case SourceOutcome.Ingested _ -> "INGESTED";
            case SourceOutcome.Failed failed -> failed.failure().reason().code();
          };
      assertThat(came).as(id.source()).startsWith(wanted);
    });
    List<String> seen = new ArrayList<>(log.lines());
    for (TopicReader topic : List.of(client.outcomes, client.shards, client.results)) {
      topic.all().forEach(record -> seen.addAll(texts(record, record.value())));
    }
    for (ConsumerRecord<byte[], byte[]> letter : client.dead.all()) {
      // The value is what the requester wrote.
      seen.addAll(texts(letter, new byte[0]));
      assertThat(new String(letter.value(), UTF_8)).doesNotContain(ServiceWithSecrets.MARK);
    }
    assertThat(get(metrics)).contains("shardline_ingest_outcomes_total", "jvm_memory_used_bytes");
    seen.addAll(List.of(get(metrics), get(health)));

    assertThat(log.lines()).anyMatch(line -> line.startsWith("DEBUG") || line.startsWith("FINE"));
    assertThat(seen).noneMatch(SecretsTest::isSecret);
  }

  private static boolean isSecret(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains(ServiceWithSecrets.MARK.toLowerCase(Locale.ROOT))
        || lower.contains(IN_A_URI.toLowerCase(Locale.ROOT));
  }

  private static List<String> texts(ConsumerRecord<byte[], byte[]> record, byte[] value) {
    List<String> texts =
        new ArrayList<>(List.of(TopicReader.key(record), new String(value, UTF_8)));
    for (Header header : record.headers()) {
      texts.add(header.key() + ": " + new String(header.value(), UTF_8));
    }
    return texts;
  }

  private static String get(URI uri) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString(UTF_8))
          .body();
    }
  }

  /** A service of its own. */
  public static final class WithSecrets implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(ServiceWithSecrets.class));
    }
  }
}
