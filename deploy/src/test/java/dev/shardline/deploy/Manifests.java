package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Kubernetes objects that are applied together. */
record Manifests(String origin, List<JsonNode> objects) {

  static Manifests parse(String origin, String yaml) {
    return new Manifests(origin, YamlText.documents(yaml));
  }

  /** Another of its own, to be changed. */
  Manifests copy() {
    return new Manifests(origin, objects.stream().map(Manifests::copy).toList());
  }

  private static JsonNode copy(JsonNode object) {
    return object.deepCopy();
  }

  Stream<JsonNode> ofKind(String kind) {
    return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
  }

  Optional<JsonNode> find(String kind, String name) {
    return ofKind(kind).filter(object -> name(object).equals(name)).findFirst();
  }

  /** An object to be changed. */
  ObjectNode get(String kind, String name) {
    return (ObjectNode)
        find(kind, name)
            .orElseThrow(
                () -> new IllegalArgumentException(origin + " has no " + kind + " " + name));
  }

  /** What pods are made of. */
  Stream<Workload> workloads() {
    return objects.stream()
        .filter(object -> object.path("spec").path("template").path("spec").has("containers"))
        .map(Workload::new);
  }

  Optional<Workload> workload(String name) {
    return workloads().filter(workload -> workload.name().equals(name)).findFirst();
  }

  /** Those whose pods a selector takes. */
  List<Workload> selected(JsonNode selector) {
    return workloads().filter(workload -> Selector.matches(selector, workload.labels())).toList();
  }

  static String name(JsonNode object) {
    return object.path("metadata").path("name").asText();
  }

  /** Kind and name, for people. */
  static String title(JsonNode object) {
    return object.path("kind").asText() + "/" + name(object);
  }
}
