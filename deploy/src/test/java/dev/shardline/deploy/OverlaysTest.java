package dev.shardline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@EnabledIf(value = "dev.shardline.deploy.Kustomize#present", disabledReason = "needs kubectl")
class OverlaysTest {

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource
  void hold(Overlay overlay, String name, Check check) {
    assertThat(check.problems(overlay.manifests())).as(name).isEmpty();
  }

  static Stream<Arguments> hold() {
    return Arrays.stream(Overlay.values())
        .flatMap(overlay ->
            checks(overlay).stream()
                .map(check -> Arguments.of(overlay, check.getClass().getSimpleName(), check)));
  }

  /** What an overlay is left to say, the base cannot have. */
  private static List<Check> checks(Overlay overlay) {
    List<Check> always =
        List.of(
            new KnownFields(),
            new NamedPorts(),
            new Selectors(),
            new References(),
            new Probes(),
            new GracePeriods(),
            new NetworkPorts(),
            new Secrecy(),
            new RestrictedPods(),
            new ContainerResources(),
            new Evictions(),
            new HashedConfigs(),
            new DefaultDeny(),
            new MountedFiles(),
            new ExternalMetrics(),
            new MonitoringFiles());
    List<Check> ofWholes = List.of(new Environment(), new Triggers(), new PinnedImages());
    return overlay.isComplete()
        ? Stream.concat(always.stream(), ofWholes.stream()).toList()
        : always;
  }

  @Test
  void haveTheSizesThatTheReadmeSays() {
    assertThat(
            PodSizes.problems(
                Repository.text("deploy/README.md"),
                Overlay.DEV.manifests(),
                Overlay.PRODUCTION.manifests(),
                Overlay.BASE.manifests()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Overlay.class,
      names = {"DEV", "PRODUCTION", "BASE"})
  void haveTheHeapForTheLargestNumberInEverySlot(Overlay overlay) {
    assertThat(PodSizes.slots(overlay.manifests())).isEmpty();
  }

  @Test
  void requestWhatTheReadmeSays() {
    assertThat(
            ResourceTotals.problems(
                Repository.text("deploy/README.md"),
                Overlay.DEV.manifests(),
                Overlay.PRODUCTION.manifests()))
        .isEmpty();
  }
}
