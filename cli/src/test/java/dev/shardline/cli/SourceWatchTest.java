package dev.shardline.cli;

import static dev.shardline.contracts.Topics.SOURCE_OUTCOMES;
import static dev.shardline.contracts.Topics.SOURCE_PROGRESS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.TestCluster;
import dev.shardline.cli.job.Request;
import dev.shardline.cli.terminal.Terminal;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.SourceId;
import dev.shardline.contracts.source.SourceProgress;
import dev.shardline.contracts.source.SourceProgressCodec;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** {@code shardline ingest} while a person watches. */
class SourceWatchTest {

  private static final String LINE = "big  12.0 MiB  4.0 MiB/s  attempt 2";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final AtomicInteger told = new AtomicInteger();
  private final SourceId source = new SourceId(JobId.create(), "big");

  @Test
  void showsHowFarASourceIsUntilItsOutcome() throws Exception {
    CompletableFuture<Integer> exitCode = ingest(true);

    untilItEnds(exitCode, () -> err.toString().contains(LINE));

    assertThat(exitCode.get()).isEqualTo(ExitCode.DONE);
    assertThat(out).hasToString("big ingested successfully\n");
    assertThat(err.toString()).contains(LINE);
  }

  @Test
  void showsNothingOfItToAProgram() throws Exception {
    CompletableFuture<Integer> exitCode = ingest(true, "--json");

    untilItEnds(exitCode, () -> told.get() >= 15);

    assertThat(exitCode.get()).isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).doesNotContain(LINE);
  }

  @Test
  void showsNothingOfItWhereNobodyWatches() throws Exception {
    CompletableFuture<Integer> exitCode = ingest(false);

    untilItEnds(exitCode, () -> told.get() >= 15);

    assertThat(exitCode.get()).isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).doesNotContain(LINE);
  }

  private CompletableFuture<Integer> ingest(boolean watched, String... more) {
    Terminal terminal =
        new Terminal(
            new BufferedReader(Reader.nullReader()),
            new PrintWriter(out),
            new PrintWriter(err),
            () -> false,
            () -> watched);
    String server = TestCluster.settings().bootstrapServer();
    return CompletableFuture.supplyAsync(() -> {
      String command =
          "ingest big=https://host/big --job %s --bootstrap-server %s %s"
              .formatted(source.job(), server, String.join(" ", more));
      return Shardline.commandLine(terminal).execute(command.strip().split(" ", -1));
    });
  }

  /** Tells progress over and over until that is so, then the outcome until the command ends. */
  private void untilItEnds(CompletableFuture<Integer> exitCode, Callable<Boolean> seen)
      throws InterruptedException {
    SourceProgress progress = new SourceProgress(source, 2, 12L << 20, 4L << 20, Instant.now());
    Request outcome = Answers.ingested(source, 0);
    try (Cluster cluster = TestCluster.connect();
        Producer<String, String> producer = cluster.producer()) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            send(
                producer,
                SOURCE_PROGRESS,
                source.key(),
                new String(SourceProgressCodec.encode(progress), UTF_8));
            told.incrementAndGet();
            return seen.call();
          });
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            send(producer, SOURCE_OUTCOMES, outcome.key(), outcome.json());
            return exitCode.isDone();
          });
    }
  }

  private static void send(
      Producer<String, String> producer, String topic, String key, String value) {
    var _ = producer.send(new ProducerRecord<>(topic, key, value));
  }
}
