package dev.shardline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.params.provider.Arguments;

/** Puts faults into a copy of the production overlay, for the checks to find. */
final class BrokenCopy {

  private BrokenCopy() {}

  /** Asserts that a check finds a fault, and names it so. */
  static void assertNoticed(String problem, Check check, Consumer<Manifests> damage) {
    Manifests copy = Overlay.PRODUCTION.manifests();

    damage.accept(copy);

    assertThat(check.problems(copy)).anyMatch(found -> found.contains(problem));
  }

  static Arguments damage(String problem, Check check, Consumer<Manifests> damage) {
    return Arguments.of(problem, check, damage);
  }

  static ObjectNode spec(Manifests copy, String kind, String name) {
    return (ObjectNode) copy.get(kind, name).path("spec");
  }

  static Workload workload(Manifests copy, String name) {
    return new Workload(copy.get("Deployment", name));
  }

  static ObjectNode pod(Manifests copy, String name) {
    return (ObjectNode) workload(copy, name).pod();
  }

  static ObjectNode container(Manifests copy, String name) {
    return (ObjectNode) pod(copy, name).path("containers").path(0);
  }

  static ObjectNode port(Manifests copy, String name) {
    return (ObjectNode) container(copy, name).path("ports").path(0);
  }

  static ObjectNode trigger(Manifests copy) {
    return (ObjectNode) spec(copy, "ScaledObject", "shardline-ingest").at("/triggers/0/metadata");
  }

  static ObjectNode data(Manifests copy) {
    return (ObjectNode) copy.ofKind("ConfigMap").findFirst().orElseThrow().path("data");
  }

  static void variable(Manifests copy, String name, String variable, String value) {
    JsonNode env = container(copy, name).withArray("/env");
    ((ArrayNode) env).addObject().put("name", variable).put("value", value);
  }
}
