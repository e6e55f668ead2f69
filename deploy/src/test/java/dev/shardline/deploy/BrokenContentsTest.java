package dev.shardline.deploy;

import static dev.shardline.deploy.BrokenCopy.assertNoticed;
import static dev.shardline.deploy.BrokenCopy.container;
import static dev.shardline.deploy.BrokenCopy.damage;
import static dev.shardline.deploy.BrokenCopy.data;
import static dev.shardline.deploy.BrokenCopy.pod;
import static dev.shardline.deploy.BrokenCopy.spec;
import static dev.shardline.deploy.BrokenCopy.variable;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is deployed. */
@EnabledIf(value = "dev.shardline.deploy.Kustomize#present", disabledReason = "needs kubectl")
class BrokenContentsTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"images", "secrets", "pods", "monitoring"})
  void areNoticed(String problem, Check check, Consumer<Manifests> damage) {
    assertNoticed(problem, check, damage);
  }

  static Stream<Arguments> images() {
    return Stream.of(
            "registry.example.com/shardline/ingest", "ingest:latest", "registry:5000/ingest")
        .map(image ->
            damage(
                "Deployment/shardline-ingest: image %s has no version".formatted(image),
                new PinnedImages(),
                copy -> container(copy, "shardline-ingest").put("image", image)));
  }

  static Stream<Arguments> secrets() {
    Check check = new Secrecy();
    return Stream.of(
        damage(
            ": KAFKA_SASL_JAAS_CONFIG looks like a secret",
            check,
            copy -> data(copy).put("KAFKA_SASL_JAAS_CONFIG", "…")),
        damage(
            ": INGEST_SECRETS_CRM looks like a secret",
            check,
            copy -> data(copy).put("INGEST_SECRETS_CRM", "…")),
        damage(
            ": SOME_URL looks like a secret",
            check,
            copy -> data(copy).put("SOME_URL", "https://me:mine@example.com")),
        damage(
            "Deployment/shardline-ingest: AWS_SECRET_ACCESS_KEY looks like a secret",
            check,
            copy -> variable(copy, "shardline-ingest", "AWS_SECRET_ACCESS_KEY", "any")));
  }

  static Stream<Arguments> pods() {
    Check check = new RestrictedPods();
    return Stream.of(
        damage(
            "Deployment/shardline-ingest: securityContext.runAsNonRoot is not true",
            check,
            copy ->
                ((ObjectNode) pod(copy, "shardline-ingest").path("securityContext"))
                    .remove("runAsNonRoot")),
        damage(
            "Deployment/shardline-ingest: securityContext.readOnlyRootFilesystem is not true",
            check,
            copy ->
                ((ObjectNode) container(copy, "shardline-ingest").path("securityContext"))
                    .put("readOnlyRootFilesystem", false)));
  }

  static Stream<Arguments> monitoring() {
    Check check = new MonitoringFiles();
    return Stream.of(
        damage(
            "PrometheusRule/shardline: spec is not rules/shardline.rules.yaml",
            check,
            copy ->
                ((ObjectNode) spec(copy, "PrometheusRule", "shardline").at("/groups/0/rules/0"))
                    .put("for", "1m")),
        damage(
            "ConfigMap/shardline-dashboards: has",
            check,
            copy ->
                ((ObjectNode) copy.get("ConfigMap", "shardline-dashboards").path("data"))
                    .remove("shardline-lag.json")));
  }

  @Test
  void aTotalThatIsNotTheReadmesIsNoticed() {
    Manifests dev = Overlay.DEV.manifests();
    Manifests production = Overlay.PRODUCTION.manifests();
    ((ObjectNode) container(production, "shardline-transform").at("/resources/requests"))
        .put("cpu", "3");
    spec(production, "ScaledObject", "shardline-transform").put("maxReplicaCount", 11);

    List<String> problems =
        ResourceTotals.problems(Repository.text("deploy/README.md"), dev, production);

    assertThat(problems)
        .containsExactly(
            "deploy/README.md: this row is expected: | production, one of each | 3300m | 2560Mi |",
            "deploy/README.md: this row is expected: | production, most (ingest 8, transform 11) | 35050m | 23296Mi |");
  }
}
