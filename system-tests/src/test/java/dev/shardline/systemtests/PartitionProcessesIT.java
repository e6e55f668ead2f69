package dev.shardline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.result.ShardResult;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.systemtests.work.Nap;
import dev.shardline.systemtests.work.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two workers on a classic group, each a JVM of its own, on a topic of several partitions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartitionProcessesIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private static final int PARTITIONS = 6;

  private final List<TransformWorker> workers = new ArrayList<>();
  private Cluster cluster;
  private Path directory;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    this.directory = directory;
    PluginJar.write(
        Files.createDirectories(directory.resolve("plugins")).resolve("nap.jar"), Nap.class);
    cluster = Cluster.start(PARTITIONS, Duration.ofSeconds(30));
    for (int i = 1; i <= 2; i++) {
      workers.add(worker("worker-" + i));
    }
    workers.forEach(TransformWorker::awaitReady);
  }

  @AfterAll
  void stop() {
    workers.forEach(TransformWorker::close);
    cluster.close();
  }

  @Test
  void theReferenceInputsGiveTheReferenceDigits() throws Exception {
    JobId job = cluster.submit(Shard.DEFAULT_TRANSFORM, 2500, 2600, 2700, 2800);

    assertThat(cluster.results(job, 4))
        .hasSize(4)
        .extracting(result -> ((ShardResult.Done) result).value().digits())
        .containsExactlyInAnyOrder(7408L, 7749L, 8091L, 8435L);
  }

  @Test
  void aStopFinishesWhatRunsAndLeavesTheRestToOthers() throws Exception {
    TransformWorker stopped = worker("stopped");
    try {
      stopped.awaitReady();
      JobId job = cluster.submit(Nap.NAME, naps(24, 1000));
      cluster.awaitResult(job, result -> result.execution().worker().equals(stopped.name()));

      stopped.jvm().terminate();

      assertThat(stopped.jvm().awaitExit(LIMIT)).isTrue();
      assertThat(stopped.jvm().exitCode()).isZero();
      List<ShardResult> results = cluster.results(job, 24);
      assertThat(results).hasSize(24).allMatch(ShardResult.Done.class::isInstance);
      assertThat(results).extracting(ShardResult::id).doesNotHaveDuplicates();
    } finally {
      stopped.close();
    }
  }

  @Test
  void aWorkerThatJoinsTakesPartitionsOverWithoutARecordLost() throws Exception {
    JobId job = cluster.submit(Nap.NAME, naps(600, 50));
    cluster.awaitResult(job, result -> true);

    TransformWorker joined = worker("joined");
    try {
      cluster.awaitResult(job, result -> result.execution().worker().equals(joined.name()));

      List<ShardResult> results = cluster.results(job, 600);
      assertThat(results).allMatch(ShardResult.Done.class::isInstance);
      assertThat(results)
          .as("computed twice or not, a shard has one value under its key")
          .extracting(result -> result.id() + " " + ((ShardResult.Done) result).value().sha256())
          .satisfies(values -> assertThat(new HashSet<>(values)).hasSize(600));
    } finally {
      joined.close();
    }
  }

  @Test
  void theShardsOfAKilledWorkerAreTakenOver() throws Exception {
    TransformWorker victim = worker("victim");
    try {
      victim.awaitReady();
      JobId job = cluster.submit(Nap.NAME, naps(24, 1000));
      cluster.awaitResult(job, result -> result.execution().worker().equals(victim.name()));

      victim.jvm().kill();

      assertThat(cluster.results(job, 24))
          .hasSizeGreaterThanOrEqualTo(24)
          .allMatch(ShardResult.Done.class::isInstance);
    } finally {
      victim.close();
    }
  }

  private TransformWorker worker(String name) throws IOException {
    return TransformWorker.start(
        name,
        directory,
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            cluster.bootstrapServers(),
            "TRANSFORM_CONSUMPTION",
            "partitions",
            "TRANSFORM_PLUGINS",
            directory.resolve("plugins").toString()));
  }

  private static long[] naps(int count, long millis) {
    return LongStream.generate(() -> millis).limit(count).toArray();
  }
}
