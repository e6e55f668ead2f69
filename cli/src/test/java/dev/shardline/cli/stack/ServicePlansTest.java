package dev.shardline.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicePlansTest {

  @TempDir private Path home;

  private ServicePlans plans = new ServicePlans(new Installation(Path.of("")), "", Path.of(""));

  @BeforeEach
  void plan() {
    plans = new ServicePlans(new Installation(home), "127.0.0.1:9092", home.resolve("objects"));
  }

  @Test
  void namesTransformsAndGivesEachItsPort() throws IOException {
    built("transform-service");

    List<ServicePlan> transforms = plans.transforms(List.of(8001, 8002), 3);

    assertThat(transforms)
        .extracting(ServicePlan::name)
        .containsExactly("transform-1", "transform-2");
    assertThat(transforms).extracting(ServicePlan::httpPort).containsExactly(8001, 8002);
    assertThat(transforms.getLast().configuration())
        .containsEntry("kafka.bootstrap.servers", "127.0.0.1:9092")
        .containsEntry("transform.worker-id", "transform-2")
        .containsEntry("transform.slots", "3")
        .containsEntry("transform.object-store.directory", home.resolve("objects").toString());
  }

  @Test
  void fetchesFourSourcesAtOnce() throws IOException {
    built("ingest-service");

    assertThat(plans.ingest(8001, false).configuration()).containsEntry("ingest.workers", "4");
  }

  @Test
  void letsSourcesBeOnThisMachineOnlyIfAsked() throws IOException {
    built("ingest-service");

    assertThat(plans.ingest(8001, false).configuration())
        .doesNotContainKey("ingest.http.allowed-networks");
    assertThat(plans.ingest(8001, true).configuration())
        .containsEntry("ingest.http.allowed-networks", "127.0.0.0/8,::1");
  }

  @Test
  void keepsTheOptimisingCompilerForArithmetic() throws IOException {
    built("transform-service");

    assertThat(plans.transforms(List.of(8001), 1).getFirst().flags())
        .noneMatch(flag -> flag.contains("TieredStopAtLevel"));
  }

  @Test
  void tellsHowToBuildWhatIsMissing() {
    assertThatThrownBy(() -> plans.ingest(8001, false))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("./mvnw package -DskipTests -am -pl ingest-service");
  }

  private void built(String module) throws IOException {
    Path application = Files.createDirectories(home.resolve(module + "/target/quarkus-app"));
    Files.createFile(application.resolve("quarkus-run.jar"));
  }
}
