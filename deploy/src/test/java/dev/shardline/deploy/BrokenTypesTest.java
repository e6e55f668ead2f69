package dev.shardline.deploy;

import static dev.shardline.deploy.BrokenCopy.assertNoticed;
import static dev.shardline.deploy.BrokenCopy.container;
import static dev.shardline.deploy.BrokenCopy.damage;
import static dev.shardline.deploy.BrokenCopy.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields that no kind has, and kinds that nobody has. */
@EnabledIf(value = "dev.shardline.deploy.Kustomize#present", disabledReason = "needs kubectl")
class BrokenTypesTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"fields"})
  void areNoticed(String problem, Check check, Consumer<Manifests> damage) {
    assertNoticed(problem, check, damage);
  }

  static Stream<Arguments> fields() {
    Check check = new KnownFields();
    return Stream.of(
        damage(
            "replica",
            check,
            copy -> spec(copy, "Deployment", "shardline-monitor").put("replica", 2)),
        damage(
            "periodSecond",
            check,
            copy ->
                ((ObjectNode) container(copy, "shardline-ingest").path("livenessProbe"))
                    .put("periodSecond", 5)),
        damage(
            "maxUnavailible",
            check,
            copy -> spec(copy, "PodDisruptionBudget", "shardline-ingest").put("maxUnavailible", 1)),
        damage(
            "Deploymnt",
            check,
            copy -> copy.get("Deployment", "shardline-ingest").put("kind", "Deploymnt")),
        damage(
            "Deployment/shardline-ingest: ",
            check,
            copy -> spec(copy, "Deployment", "shardline-ingest").remove("selector")),
        damage(
            "cooldownPeriode",
            check,
            copy -> spec(copy, "ScaledObject", "shardline-transform").put("cooldownPeriode", 3)),
        damage(
            "behavior",
            check,
            copy ->
                ((ObjectNode) spec(copy, "ScaledObject", "shardline-transform").path("fallback"))
                    .put("behavior", "currentReplicasIfMore")),
        damage(
            "sourceLabel",
            check,
            copy ->
                ((ObjectNode)
                        spec(copy, "PodMonitor", "shardline")
                            .at("/podMetricsEndpoints/0/relabelings/0"))
                    .putArray("sourceLabel")),
        damage(
            "expression",
            check,
            copy ->
                ((ObjectNode) spec(copy, "PrometheusRule", "shardline").at("/groups/0/rules/0"))
                    .put("expression", "1")));
  }
}
