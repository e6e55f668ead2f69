package dev.shardline.ingest.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.failure.DeadLetter;
import dev.shardline.contracts.failure.Reason;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.ingest.source.http.SourceServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sources that fail, and may or may not have come to their senses at the next attempt. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
class RetryTest {

  private final AtomicInteger fetches = new AtomicInteger();
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
  void ingestsWhatFailsTwiceAndThenWorks() {
    server.on(
        "/data",
        exchange -> SourceServer.answer(exchange, fetches.incrementAndGet() < 3 ? 503 : 200, "a"));

    SourceOutcome outcome = client.outcome(client.request("api", server.uri("/data"), ""));

    assertThat(outcome).isInstanceOf(SourceOutcome.Ingested.class);
    assertThat(outcome.fetch().attempts()).isEqualTo(3);
    assertThat(fetches).hasValue(3);
  }

  @Test
  void answersOnceWithAllAttemptsWhereNoneWorks() {
    server.on(
        "/data",
        exchange -> {
          fetches.incrementAndGet();
          SourceServer.answer(exchange, 503, "");
        });

    SourceId id = client.request("api", server.uri("/data"), "");

    assertThat(client.outcome(id))
        .isInstanceOfSatisfying(
            SourceOutcome.Failed.class,
            failed -> {
              assertThat(failed.failure().reason()).isEqualTo(Reason.HTTP_STATUS);
              assertThat(failed.message()).contains("status 503").contains("after 3 attempts");
              assertThat(failed.fetch().attempts()).isEqualTo(3);
            });
    assertThat(fetches).hasValue(3);
    assertThat(deadLettersOf(id))
        .singleElement()
        .satisfies(letter -> {
          assertThat(ServiceClient.header(letter, DeadLetter.ATTEMPTS)).isEqualTo("3");
          assertThat(ServiceClient.header(letter, DeadLetter.MESSAGE)).contains("status 503");
        });
    assertThat(client.outcomes.await(id.key(), 1)).hasSize(1);
  }

  @Test
  void answersAtOnceWhereAnotherAttemptWouldBeInVain() {
    server.on(
        "/data",
        exchange -> {
          fetches.incrementAndGet();
          exchange.getResponseHeaders().set("Retry-After", "3600");
          SourceServer.answer(exchange, 429, "");
        });

    SourceOutcome outcome = client.outcome(client.request("api", server.uri("/data"), ""));

    assertThat(outcome.message()).contains("3600 s").contains("ingest.retry.max-delay");
    assertThat(outcome.fetch().attempts()).isEqualTo(1);
    assertThat(fetches).hasValue(1);
  }

  @Test
  void answersOtherHostsWhileMoreSourcesThanThereAreWorkersAskToBeLeftAlone() throws IOException {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    server.on(
        "/busy",
        exchange -> {
          if (seen.add(exchange.getRequestURI().getQuery())) {
            exchange.getResponseHeaders().set("Retry-After", "5");
            SourceServer.answer(exchange, 503, "");
          } else {
            SourceServer.answer(exchange, 200, "abc");
          }
        });
    List<SourceId> busy =
        IntStream.range(0, 6)
            .mapToObj(i -> client.request("busy-" + i, server.uri("/busy?" + i), ""))
            .toList();

    try (SourceServer other = new SourceServer()) {
      other.on("/good", 200, "abc");
      SourceOutcome good = client.outcome(client.request("good", other.uri("/good"), ""));

      assertThat(busy)
          .map(client::outcome)
          .allSatisfy(outcome -> {
            assertThat(outcome).isInstanceOf(SourceOutcome.Ingested.class);
            assertThat(outcome.fetch().attempts()).isEqualTo(2);
            assertThat(outcome.fetch().finishedAt()).isAfter(good.fetch().finishedAt());
          });
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> deadLettersOf(SourceId id) {
    return client.dead.awaitMatching(
        letter -> ServiceClient.header(letter, DeadLetter.ID).equals(id.key()), 1);
  }
}
