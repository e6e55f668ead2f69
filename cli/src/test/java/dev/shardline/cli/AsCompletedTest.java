package dev.shardline.cli;

import static dev.shardline.contracts.Topics.SHARD_RESULTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.TestCluster;
import dev.shardline.cli.job.Request;
import dev.shardline.cli.terminal.Terminal;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.job.ShardId;
import dev.shardline.contracts.shard.Output;
import dev.shardline.contracts.shard.Shard;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class AsCompletedTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final JobId job = JobId.create();

  @Test
  void printsAResultWhileAnEarlierOneIsStillToCome() throws Exception {
    try (Cluster cluster = TestCluster.connect();
        Producer<String, String> services = cluster.producer()) {
      CompletableFuture<Integer> submit = CompletableFuture.supplyAsync(this::submit);
      await().untilAsserted(() -> assertThat(err.toString()).contains("Job " + job));

      answer(services, 1, 2600);
      await()
          .untilAsserted(
              () -> assertThat(out).hasToString("Input 2600 -> Result length: 7749 digits\n"));

      answer(services, 0, 2500);
      assertThat(submit.get(60, TimeUnit.SECONDS)).isEqualTo(ExitCode.DONE);
      assertThat(out.toString()).endsWith("Input 2500 -> Result length: 7408 digits\n");
    }
  }

  private int submit() {
    Terminal terminal =
        new Terminal(
            new BufferedReader(Reader.nullReader()),
            new PrintWriter(out),
            new PrintWriter(err),
            () -> true,
            () -> false);
    return Shardline.commandLine(terminal)
        .execute(
            "submit",
            "2500",
            "2600",
            "--as-completed",
            "--job",
            job.toString(),
            "--bootstrap-server",
            TestCluster.settings().bootstrapServer());
  }

  private void answer(Producer<String, String> services, int index, long number) throws Exception {
    Request done =
        Answers.done(
            new Shard(new ShardId(job, index, 2), number, Shard.DEFAULT_TRANSFORM, Output.SUMMARY));
    services
        .send(new ProducerRecord<>(SHARD_RESULTS, done.key(), done.json()))
        .get(30, TimeUnit.SECONDS);
  }
}
