package dev.shardline.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SourceServerTest {

  private static final Duration DELAY = Duration.ofMillis(300);
  private static final List<DemoSource> SOURCES =
      List.of(new DemoSource("a", DELAY, "{\"a\": 1}"), new DemoSource("b", DELAY, "{\"b\": 2}"));

  @Test
  void answersEachSourceAfterItsDelay() throws IOException, InterruptedException {
    try (SourceServer server = SourceServer.start(SOURCES);
        HttpClient client = HttpClient.newHttpClient()) {
      long start = System.nanoTime();

      HttpResponse<String> response = client.send(request(server, 1), bodies());

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(DELAY);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("{\"b\": 2}");
    }
  }

  @Test
  void countsHowManyAreAskedAtATime() throws IOException, InterruptedException {
    try (SourceServer server = SourceServer.start(SOURCES);
        HttpClient client = HttpClient.newHttpClient()) {
      client.send(request(server, 0), bodies());
      client.send(request(server, 1), bodies());
      assertThat(server.mostAtOnce()).isEqualTo(1);

      CompletableFuture.allOf(
              client.sendAsync(request(server, 0), bodies()),
              client.sendAsync(request(server, 1), bodies()))
          .join();
      assertThat(server.mostAtOnce()).isEqualTo(2);
    }
  }

  @Test
  void takesAsLongAtOnceAsTheSlowestTakesAlone() {
    assertThat(DemoSource.slowest()).isEqualTo(Duration.ofSeconds(2));
    assertThat(DemoSource.sum()).isEqualTo(Duration.ofMillis(5_600));
  }

  private static HttpRequest request(SourceServer server, int source) {
    return HttpRequest.newBuilder(server.named(SOURCES.get(source)).uri()).build();
  }

  private static HttpResponse.BodyHandler<String> bodies() {
    return HttpResponse.BodyHandlers.ofString();
  }
}
