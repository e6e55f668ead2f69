package dev.shardline.systemtests.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shardline.broker.LoopbackPorts;
import dev.shardline.contracts.job.JobId;
import dev.shardline.contracts.shard.Shard;
import dev.shardline.systemtests.fleet.Fleet;
import dev.shardline.systemtests.fleet.FleetPlan;
import dev.shardline.systemtests.ledger.LedgerReader;
import dev.shardline.systemtests.work.Submission;
import dev.shardline.systemtests.work.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image of the transform service starts where shards wait and nobody computes, as an autoscaler
 * has it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class FromZeroIT {

  private static final Path MAPS = Path.of("/proc/self/maps");

  private static final int STARTS = 3;

  /** What only a hang exceeds: how long it takes is told, and depends on what else runs. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private Path directory;
  private Fleet fleet;
  private LedgerReader reader;
  private Image image;

  @BeforeAll
  void makeTheImage(@TempDir Path scratch) throws Exception {
    if (!Files.isReadable(MAPS)) {
      System.out.println("Skipped: the steps of the images are those of a Linux");
    }
    assumeTrue(Files.isReadable(MAPS));
    directory = scratch;
    image =
        Image.make(
            "transform", Files.createDirectory(directory.resolve("image")), LoopbackPorts.free());
    fleet =
        Fleet.start(
            Files.createDirectory(directory.resolve("fleet")),
            new FleetPlan(0, 1, 3, null, false, null, null, List.of(), Map.of()));
    reader = LedgerReader.open(fleet.bootstrapServers());
  }

  @AfterAll
  void end() throws Exception {
    if (reader != null) {
      reader.close();
    }
    if (fleet != null) {
      fleet.close();
    }
  }

  @Test
  void answersSoonAfterItsStartAndStartsFromItsAotCache() throws Exception {
    List<String> seconds = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      JobId job =
          Submission.shards(
              fleet.bootstrapServers(),
              Stream.of(2500, 2600, 2700, 2800)
                  .map(number -> new Task(Shard.DEFAULT_TRANSFORM, number, null))
                  .toList());
      long begin = System.nanoTime();
      Path log = directory.resolve("pod-" + i + ".log");
      Process pod = image.run(environment(), log);
      try {
        await("the first result")
            .atMost(LIMIT)
            .pollInterval(Duration.ofMillis(20))
            .until(() -> {
              assertThat(pod.isAlive()).as(() -> Image.text(log)).isTrue();
              return reader.shards(job).with("DONE") > 0;
            });
        seconds.add("%.1f s".formatted((System.nanoTime() - begin) / 1e9));
        assertThat(Files.readString(Path.of("/proc/" + pod.pid() + "/maps")))
            .contains(image.cache().toString());
      } finally {
        pod.destroy();
        pod.waitFor();
      }
    }
    System.out.println(
        "From the start of a transform service's image to the first result of shards that waited"
            + " for it: "
            + String.join(", ", seconds));
  }

  @Test
  void aChangeOfTheCodeShipsKilobytes() throws Exception {
    assertThat(image.layer("boot")).isNotEmpty();
    assertThat(Stream.concat(image.layer("boot").stream(), image.layer("libraries").stream()))
        .noneMatch(file -> file.getFileName().toString().startsWith("dev.shardline."));
    assertThat(image.bytes("quarkus", "application")).isLessThan(2_500_000);
    assertThat(image.bytes("boot", "libraries")).isGreaterThan(20_000_000);
  }

  /** What the Deployment gives a pod, with the heap that its memory limit makes. */
  private Map<String, String> environment() {
    return Map.of(
        "JAVA_TOOL_OPTIONS", "-Xms32m -Xmx1128m -XX:ActiveProcessorCount=2",
        "KAFKA_BOOTSTRAP_SERVERS", fleet.bootstrapServers(),
        "QUARKUS_HTTP_PORT", Integer.toString(LoopbackPorts.free()),
        "TRANSFORM_SLOTS", "2",
        "TRANSFORM_OBJECT_STORE_DIRECTORY", directory.resolve("objects").toString());
  }
}
