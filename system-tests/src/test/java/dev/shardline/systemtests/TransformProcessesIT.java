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
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Three workers, each a JVM of its own, on a topic of one partition. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransformProcessesIT {

  private static final Duration LOCK = Duration.ofSeconds(3);

  private final List<TransformWorker> workers = new ArrayList<>();
  private Cluster cluster;
  private Path directory;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    this.directory = directory;
    PluginJar.write(
        Files.createDirectories(directory.resolve("plugins")).resolve("nap.jar"), Nap.class);
    cluster = Cluster.start(1, LOCK);
    for (int i = 1; i <= 3; i++) {
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
        .extracting(TransformProcessesIT::digits)
        .containsExactlyInAnyOrder(7408L, 7749L, 8091L, 8435L);
  }

  @Test
  void threeWorkersShareOnePartition() throws Exception {
    JobId job = cluster.submit(Nap.NAME, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000);

    assertThat(cluster.results(job, 9))
        .hasSize(9)
        .extracting(result -> result.execution().worker())
        .contains("worker-1", "worker-2", "worker-3");
  }

  @Test
  void aShardThreeTimesAsLongAsItsLockIsComputedOnce() throws Exception {
    JobId job = cluster.submit(Nap.NAME, 3 * LOCK.toMillis());

    assertThat(cluster.results(job, 1))
        .singleElement()
        .satisfies(result -> {
          assertThat(result).isInstanceOf(ShardResult.Done.class);
          assertThat(result.execution().attempt()).isEqualTo(1);
        });
  }

  @Test
  void theShardOfAKilledWorkerIsTakenOver() throws Exception {
    TransformWorker victim = worker("victim");
    try {
      victim.awaitReady();
      long[] naps = LongStream.generate(() -> 2500).limit(12).toArray();
      JobId job = cluster.submit(Nap.NAME, naps);
      // Its first answer: by then it is in the middle of its next shard.
      cluster.awaitResult(job, result -> result.execution().worker().equals(victim.name()));

      victim.jvm().kill();

      List<ShardResult> results = cluster.results(job, 12);
      assertThat(results).hasSize(12).allMatch(ShardResult.Done.class::isInstance);
      assertThat(results).extracting(ShardResult::id).doesNotHaveDuplicates();
      assertThat(results)
          .filteredOn(result -> result.execution().attempt() == 2)
          .extracting(result -> result.execution().worker())
          .doesNotContain("victim")
          .isNotEmpty();
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
            "TRANSFORM_PLUGINS",
            directory.resolve("plugins").toString()));
  }

  private static long digits(ShardResult result) {
    return ((ShardResult.Done) result).value().digits();
  }
}
