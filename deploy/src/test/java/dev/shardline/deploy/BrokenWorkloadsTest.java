package dev.shardline.deploy;

import static dev.shardline.deploy.BrokenCopy.assertNoticed;
import static dev.shardline.deploy.BrokenCopy.container;
import static dev.shardline.deploy.BrokenCopy.damage;
import static dev.shardline.deploy.BrokenCopy.pod;
import static dev.shardline.deploy.BrokenCopy.port;
import static dev.shardline.deploy.BrokenCopy.spec;
import static dev.shardline.deploy.BrokenCopy.variable;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What pods are given, and what is done to them. */
@EnabledIf(value = "dev.shardline.deploy.Kustomize#present", disabledReason = "needs kubectl")
class BrokenWorkloadsTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"rights", "resources", "evictions", "configs", "networks"})
  void areNoticed(String problem, Check check, Consumer<Manifests> damage) {
    assertNoticed(problem, check, damage);
  }

  static Stream<Arguments> rights() {
    Check check = new RestrictedPods();
    return Stream.of(
        damage(
            "Deployment/shardline-monitor: automountServiceAccountToken is not false",
            check,
            copy -> pod(copy, "shardline-monitor").remove("automountServiceAccountToken")),
        damage(
            "Deployment/shardline-ingest: hostNetwork",
            check,
            copy -> pod(copy, "shardline-ingest").put("hostNetwork", true)),
        damage(
            "Deployment/shardline-ingest: volume node is a hostPath",
            check,
            copy ->
                ((ArrayNode) pod(copy, "shardline-ingest").path("volumes"))
                    .addObject()
                    .put("name", "node")
                    .putObject("hostPath")
                    .put("path", "/")),
        damage(
            "Deployment/shardline-ingest: securityContext has more than it may",
            check,
            copy ->
                ((ObjectNode)
                        container(copy, "shardline-ingest").at("/securityContext/capabilities"))
                    .putArray("add")
                    .add("NET_ADMIN")),
        damage(
            "Deployment/shardline-ingest: securityContext has more than it may",
            check,
            copy ->
                ((ObjectNode) container(copy, "shardline-ingest").path("securityContext"))
                    .put("runAsUser", 0)),
        damage(
            "Deployment/shardline-ingest: hostPort",
            check,
            copy -> port(copy, "shardline-ingest").put("hostPort", 8081)),
        damage(
            "Namespace/shardline: the label pod-security.kubernetes.io/enforce is not restricted",
            check,
            copy ->
                ((ObjectNode) copy.get("Namespace", "shardline").at("/metadata/labels"))
                    .put("pod-security.kubernetes.io/enforce", "baseline")));
  }

  static Stream<Arguments> resources() {
    Check check = new ContainerResources();
    return Stream.of(
        damage(
            "Deployment/shardline-transform: resources.requests has no cpu",
            check,
            copy -> resources(copy, "requests").remove("cpu")),
        damage(
            "Deployment/shardline-transform: resources.limits.memory is none",
            check,
            copy -> resources(copy, "limits").remove("memory")),
        damage(
            "Deployment/shardline-transform: resources.limits.memory is 2Gi",
            check,
            copy -> resources(copy, "limits").put("memory", "2Gi")),
        damage(
            "Deployment/shardline-transform: resources.limits has a cpu",
            check,
            copy -> resources(copy, "limits").put("cpu", "2")));
  }

  static Stream<Arguments> evictions() {
    Check check = new Evictions();
    return Stream.of(
        damage(
            "PodDisruptionBudget: there is none of shardline-monitor",
            check,
            copy -> copy.get("PodDisruptionBudget", "shardline-monitor").put("kind", "Other")),
        damage(
            "PodDisruptionBudget/shardline-ingest: maxUnavailable has to be above 0",
            check,
            copy -> spec(copy, "PodDisruptionBudget", "shardline-ingest").put("maxUnavailable", 0)),
        damage(
            "PodDisruptionBudget/shardline-ingest: maxUnavailable has to be above 0",
            check,
            copy -> spec(copy, "PodDisruptionBudget", "shardline-ingest").put("minAvailable", 1)),
        damage(
            "PodDisruptionBudget/shardline-ingest: unhealthyPodEvictionPolicy",
            check,
            copy ->
                spec(copy, "PodDisruptionBudget", "shardline-ingest")
                    .remove("unhealthyPodEvictionPolicy")));
  }

  static Stream<Arguments> configs() {
    return Stream.of(
        damage(
            "Deployment/shardline-ingest: the name of ConfigMap/shardline-kafka has no hash",
            new HashedConfigs(),
            copy ->
                ((ObjectNode) container(copy, "shardline-ingest").at("/envFrom/0/configMapRef"))
                    .put("name", "shardline-kafka")));
  }

  static Stream<Arguments> networks() {
    Check check = new DefaultDeny();
    return Stream.of(
        damage(
            "NetworkPolicy: none denies all pods their Egress",
            check,
            copy -> deny(copy).putArray("policyTypes").add("Ingress")),
        damage(
            "NetworkPolicy: none denies all pods their Ingress",
            check,
            copy -> deny(copy).putArray("ingress").addObject()),
        damage(
            "NetworkPolicy: none denies all pods their Ingress",
            check,
            copy ->
                deny(copy)
                    .putObject("podSelector")
                    .putObject("matchLabels")
                    .put("app.kubernetes.io/name", "shardline-ingest")),
        damage(
            "Deployment/shardline-transform: no NetworkPolicy lets it ask DNS",
            check,
            copy ->
                ((ObjectNode) spec(copy, "NetworkPolicy", "shardline-dns").at("/egress/0/ports/0"))
                    .put("port", 5353)));
  }

  @Test
  void sizesThatAreNotTheReadmesOrTooSmallAreNoticed() {
    Manifests production = Overlay.PRODUCTION.manifests();
    Manifests base = Overlay.BASE.manifests();
    ((ObjectNode) container(production, "shardline-ingest").at("/resources/limits"))
        .put("memory", "1Gi");
    resources(base, "requests").put("cpu", "3");

    assertThat(
            PodSizes.problems(
                Repository.text("deploy/README.md"), Overlay.DEV.manifests(), production, base))
        .containsExactly(
            "deploy/README.md: a row is expected that begins so: | ingest, production | 250m | 768Mi | 50 %: 537 MB |",
            "deploy/README.md: a row is expected that begins so: | transform, base | 3 | 1536Mi | 70 %: 1127 MB |");
    assertThat(PodSizes.slots(base))
        .containsExactly(
            "Deployment/shardline-transform: of the heap 1090 MB can be used, and 3 slots take 1523 MB");
  }

  @Test
  void memoryThatGmpDoesNotFindBesideTheHeapIsNoticed() {
    Manifests production = Overlay.PRODUCTION.manifests();
    variable(production, "shardline-transform", "TRANSFORM_FACTORIAL_NATIVE_MEMORY", "512M");

    assertThat(PodSizes.slots(production))
        .containsExactly(
            "Deployment/shardline-transform: beside the heap there are 483 MB, and GMP and the JVM take 637 MB");
  }

  private static ObjectNode deny(Manifests copy) {
    return spec(copy, "NetworkPolicy", "shardline-default-deny");
  }

  private static ObjectNode resources(Manifests copy, String what) {
    return (ObjectNode) container(copy, "shardline-transform").path("resources").path(what);
  }
}
