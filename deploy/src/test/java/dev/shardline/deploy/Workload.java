package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An object with a template of pods, such as a Deployment. */
record Workload(JsonNode object) {

  String name() {
    return Manifests.name(object);
  }

  String title() {
    return Manifests.title(object);
  }

  JsonNode template() {
    return object.path("spec").path("template");
  }

  JsonNode pod() {
    return template().path("spec");
  }

  JsonNode labels() {
    return template().path("metadata").path("labels");
  }

  Stream<JsonNode> containers() {
    return Stream.of("initContainers", "containers")
        .flatMap(list -> pod().path(list).valueStream());
  }

  /** The ports of all containers. */
  List<JsonNode> ports() {
    return containers().flatMap(container -> container.path("ports").valueStream()).toList();
  }

  /** The number of a port that is given by name or by number; empty where no container has it. */
  Optional<Integer> port(JsonNode nameOrNumber) {
    return port(ports().stream(), nameOrNumber);
  }

  /** The same of the ports of one container. */
  static Optional<Integer> port(Stream<JsonNode> ports, JsonNode nameOrNumber) {
    return ports
        .filter(port ->
            nameOrNumber.isNumber()
                ? port.path("containerPort").asInt() == nameOrNumber.asInt()
                : port.path("name").asText().equals(nameOrNumber.asText()))
        .map(port -> port.path("containerPort").asInt())
        .findFirst();
  }

  /** The variables of a container whose values are known here. */
  static Map<String, String> environment(JsonNode container, Manifests manifests) {
    Map<String, String> environment = new TreeMap<>();
    for (JsonNode from : container.path("envFrom")) {
      manifests
          .find("ConfigMap", from.path("configMapRef").path("name").asText())
          .ifPresent(map ->
              map.path("data")
                  .properties()
                  .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText())));
    }
    for (JsonNode variable : container.path("env")) {
      environment.put(variable.path("name").asText(), variable.path("value").asText());
    }
    return environment;
  }

  Map<String, String> environment(Manifests manifests) {
    Map<String, String> environment = new TreeMap<>();
    containers().forEach(container -> environment.putAll(environment(container, manifests)));
    return environment;
  }
}
