package dev.shardline.ingest.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.Topics;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.SourceOutcome;
import dev.shardline.contracts.source.SourceProgress;
import dev.shardline.contracts.source.SourceProgressCodec;
import dev.shardline.ingest.source.http.RawServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What is told of a fetch while it goes on. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
class SourceProgressTest {

  private static final String SERVERS =
      ConfigProvider.getConfig().getValue("test.bootstrap.servers", String.class);

  @Test
  void tellsHowABodyGrowsUntilTheOutcome() throws IOException {
    CountDownLatch seen = new CountDownLatch(1);
    try (ServiceClient client = new ServiceClient();
        TopicReader progress = new TopicReader(SERVERS, Topics.SOURCE_PROGRESS);
        RawServer slow = drippingUntil(seen)) {
      SourceId id = client.request("slow", slow.uri(), "");

      // The body does not end before these are there.
      List<SourceProgress> told =
          progress.await(id.key(), 2).stream()
              .map(record -> SourceProgressCodec.decode(record.value()))
              .toList();
      seen.countDown();
      SourceOutcome outcome = client.outcome(id);

      assertThat(told).extracting(SourceProgress::id).containsOnly(id);
      assertThat(told).extracting(SourceProgress::attempt).containsOnly(1);
      assertThat(told.get(0).bytes()).isPositive().isLessThan(told.get(1).bytes());
      assertThat(told).extracting(SourceProgress::bytesPerSecond).allMatch(rate -> rate > 0);
      assertThat(told.get(1).at()).isBefore(outcome.fetch().finishedAt());
      assertThat(outcome).isInstanceOf(SourceOutcome.Ingested.class);
    }
  }

  private static RawServer drippingUntil(CountDownLatch end) throws IOException {
    return new RawServer((out, _) -> {
      out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
      do {
        out.write(new byte[100]);
        out.flush();
      } while (!end.await(20, TimeUnit.MILLISECONDS));
    });
  }
}
