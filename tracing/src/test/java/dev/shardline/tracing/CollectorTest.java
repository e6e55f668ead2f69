package dev.shardline.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a process is connected to its collector, by the system properties of this one. */
class CollectorTest {

  private final List<String> set = new ArrayList<>();
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private @Nullable HttpServer collector;

  @AfterEach
  void clear() {
    set.forEach(System::clearProperty);
    if (collector != null) {
      collector.stop(0);
    }
  }

  @Test
  void withoutACollectorNothingIsStarted() {
    assertThat(start()).isSameAs(Traces.off());
  }

  @Test
  void whatWasDoneIsHandedOverAtTheEnd() throws Exception {
    listen(200);
    set("otel.exporter.otlp.headers", "api-key=token%201");

    tell();

    assertThat(received.poll(10, TimeUnit.SECONDS))
        .startsWith("/v1/traces token 1 ")
        .contains("send shards", "service.name", "tested", "service.instance.id", "tested-1");
    assertThat(warnings).isEmpty();
  }

  @Test
  void namesGivenByTheStandardSettingsCount() throws Exception {
    listen(200);
    set("otel.resource.attributes", "service.name=mine,service.instance.id=my-1");

    tell();

    assertThat(received.poll(10, TimeUnit.SECONDS))
        .contains("mine", "my-1")
        .doesNotContain("tested");
  }

  @Test
  void aCollectorThatRefusesSpansIsToldOfOnceAndWithoutItsHeaders() throws Exception {
    listen(401);
    set("otel.exporter.otlp.headers", "api-key=hidden");
    set("otel.bsp.max.export.batch.size", "1");

    try (Traces traces = start()) {
      traces.sending("shards", 1).end();
      traces.sending("shards", 2).end();
    }

    assertThat(received).hasSize(2);
    assertThat(warnings)
        .containsExactly(
            "Spans are lost, as the collector does not take them: it answers, and refuses them");
  }

  @Test
  void aCollectorThatIsAwayHoldsUpNothing() throws Exception {
    set("otel.exporter.otlp.endpoint", "http://127.0.0.1:" + freePort());
    long begun = System.nanoTime();

    try (Traces traces = start()) {
      for (int count = 0; count < 10_000; count++) {
        traces.sending("shards", count).end();
      }
    }

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aWrongValueIsRefusedByItsName() throws Exception {
    set("otel.exporter.otlp.endpoint", "http://127.0.0.1:" + freePort());
    for (Map.Entry<String, String> wrong :
        Map.of(
                "otel.traces.sampler", "sometimes",
                "otel.bsp.max.queue.size", "many",
                "otel.exporter.otlp.timeout", "soon",
                "otel.resource.attributes", "nothing")
            .entrySet()) {
      set(wrong.getKey(), wrong.getValue());

      assertThatThrownBy(this::start)
          .isInstanceOf(TracingSettingsException.class)
          .hasMessageContaining(wrong.getKey());
      System.clearProperty(wrong.getKey());
    }
  }

  private void listen(int status) throws IOException {
    HttpServer started = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
    collector = started;
    started.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
          received.add(
              exchange.getRequestURI().getPath()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Api-Key")
                  + " "
                  + body);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    started.start();
    set("otel.exporter.otlp.endpoint", "http://127.0.0.1:" + started.getAddress().getPort());
  }

  private void tell() {
    try (Traces traces = start()) {
      traces.sending("shards", 4).end();
    }
  }

  private Traces start() {
    return Traces.ofProcess("tested", "tested-1", warnings::add);
  }

  private void set(String key, String value) {
    set.add(key);
    System.setProperty(key, value);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
      return socket.getLocalPort();
    }
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }
}
