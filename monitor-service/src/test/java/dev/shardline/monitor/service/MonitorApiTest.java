package dev.shardline.monitor.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients are promised by HTTP, whatever is in the topics. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@SuppressWarnings("NullAway.Init") // injected fields
class MonitorApiTest {

  private static final String JSON = "application/json;charset=UTF-8";
  private static final String EVENTS = "text/event-stream";

  private final HttpClient http = HttpClient.newHttpClient();

  @TestHTTPResource URI service;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/overview",
        "/api/overview/",
        "/api/backlog/nobody",
        "/api/record?topic=orders&partition=0&offset=0"
      })
  void answersInJsonUnderThePagesPolicy(String path) throws Exception {
    HttpResponse<String> answer = ask("GET", path, "text/html, */*;q=0.8");

    assertThat(header(answer, "content-type")).isEqualTo(JSON);
    assertThat(header(answer, "content-security-policy")).contains("default-src 'self'");
    assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(new ObjectMapper().readTree(answer.body()).isObject()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/overview, application/json",
    "/api/stream, text/event-stream",
    "/api/backlog/shardline-transform, application/json",
    "/api/record, application/json"
  })
  void refusesWhatItDoesNotDo(String path, String type) throws Exception {
    assertThat(ask("POST", path, type).statusCode()).isEqualTo(405);
    assertThat(ask("DELETE", path, type).statusCode()).isEqualTo(405);
    assertThat(ask("GET", path, "image/png").statusCode()).isEqualTo(406);
    assertThat(header(ask("OPTIONS", path, type), "allow")).isEqualTo("HEAD, GET, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/overview", "/api/stream"})
  void answersHeadWithoutABody(String path) throws Exception {
    HttpResponse<String> answer = ask("HEAD", path, "*/*");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "partition=0&offset=x, 404, ''",
    "partition=99999999999&offset=0, 404, ''",
    "partition=-1&offset=0, 400, partition and offset must be integers of 0 or above",
    "partition=0&offset=, 400, partition and offset must be integers of 0 or above",
    "partition=0, 400, partition and offset must be integers of 0 or above",
    "partition=7&offset=0, 404, shards-dead-7 has no record at offset 0 (any more)"
  })
  void saysWhatIsWrongWithThePositionOfARecord(String position, int status, String error)
      throws Exception {
    HttpResponse<String> answer = ask("GET", "/api/record?topic=shards-dead&" + position, "*/*");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body())
        .isEqualTo(error.isEmpty() ? "" : "{\"error\":\"%s\"}".formatted(error));
  }

  @Test
  void decodesTheNamesOfGroupsOnce() throws Exception {
    assertThat(ask("GET", "/api/backlog/a%20b+c%2Cd", "*/*").body())
        .isEqualTo("{\"error\":\"group a b+c is not watched; set monitor.groups.a b+c\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/backlog", "/api/backlog/", "/api/backlog/a/b", "/api/nothing"})
  void hasNothingElse(String path) throws Exception {
    assertThat(ask("GET", path, "*/*").statusCode()).isEqualTo(404);
  }

  @Test
  void sendsEventsOfOneLineEach() throws Exception {
    HttpRequest request = request("GET", "/api/stream", EVENTS);
    HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains(EVENTS);
    assertThat(answer.headers().firstValue("x-sse-content-type")).contains("application/json");
    assertThat(answer.headers().firstValue("content-security-policy")).isPresent();
    try (Stream<String> lines = answer.body()) {
      List<String> first = lines.limit(4).toList();
      assertThat(first.get(0)).startsWith("data:{\"at\":\"").endsWith("}");
      assertThat(first.get(1)).isEmpty();
      assertThat(first.get(2)).startsWith("data:{\"at\":\"").endsWith("}");
      assertThat(first.get(3)).isEmpty();
    }
  }

  private HttpResponse<String> ask(String method, String path, String accept) throws Exception {
    return http.send(request(method, path, accept), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String path, String accept) {
    return HttpRequest.newBuilder(service.resolve(path))
        .method(method, HttpRequest.BodyPublishers.noBody())
        .header("Accept", accept)
        .timeout(Duration.ofMinutes(1))
        .build();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
