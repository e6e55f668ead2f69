package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** KEDA's triggers have the parameters that their scalers read, and ask what is there to answer. */
final class Triggers implements Check {

  /** What each scaler must have. KEDA passes over parameters that a scaler does not know. */
  private static final Map<String, Set<String>> REQUIRED =
      Map.of(
          "metrics-api", Set.of("url", "valueLocation", "targetValue"),
          "prometheus", Set.of("serverAddress", "query", "threshold"),
          "kafka", Set.of("bootstrapServers", "consumerGroup", "topic"));

  /**
   * What each scaler may have beside it, as of KEDA 2.18: pkg/scalers/metrics_api_scaler.go,
   * prometheus_scaler.go and kafka_scaler.go, without what is about credentials.
   */
  private static final Map<String, Set<String>> OPTIONAL =
      Map.of(
          "metrics-api", Set.of("activationTargetValue", "format", "unsafeSsl"),
          "prometheus",
              Set.of(
                  "activationThreshold",
                  "namespace",
                  "queryParameters",
                  "customHeaders",
                  "ignoreNullValues",
                  "unsafeSsl",
                  "timeout"),
          "kafka",
              Set.of(
                  "lagThreshold",
                  "activationLagThreshold",
                  "offsetResetPolicy",
                  "allowIdleConsumers",
                  "scaleToZeroOnInvalidOffset",
                  "excludePersistentLag",
                  "limitToPartitionsWithLag",
                  "partitionLimitation",
                  "version",
                  "sasl",
                  "tls"));

  private static final Set<String> NUMBERS =
      Set.of(
          "targetValue",
          "activationTargetValue",
          "threshold",
          "activationThreshold",
          "lagThreshold");

  private static final String BACKLOG = "/api/backlog/";

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    manifests
        .ofKind("ScaledObject")
        .forEach(scaled -> {
          JsonNode spec = scaled.path("spec");
          for (JsonNode trigger : spec.path("triggers")) {
            parameters(Manifests.title(scaled), trigger, problems);
            if (trigger.path("type").asText().equals("metrics-api")) {
              backlog(manifests, scaled, trigger.path("metadata"), problems);
            }
            if (spec.has("fallback")
                && !trigger.path("metricType").asText("AverageValue").equals("AverageValue")) {
              problems.add(
                  "%s: fallback takes a metricType of AverageValue"
                      .formatted(Manifests.title(scaled)));
            }
          }
        });
    return problems;
  }

  private static void parameters(String title, JsonNode trigger, List<String> problems) {
    String type = trigger.path("type").asText();
    Set<String> required = REQUIRED.get(type);
    if (required == null) {
      problems.add("%s: trigger %s is none of %s".formatted(title, type, REQUIRED.keySet()));
      return;
    }
    JsonNode metadata = trigger.path("metadata");
    for (String name : required) {
      if (!metadata.has(name)) {
        problems.add("%s: trigger %s has no %s".formatted(title, type, name));
      }
    }
    metadata
        .properties()
        .forEach(parameter -> {
          String name = parameter.getKey();
          if (!required.contains(name) && !OPTIONAL.getOrDefault(type, Set.of()).contains(name)) {
            problems.add("%s: trigger %s reads no parameter %s".formatted(title, type, name));
          }
          if (NUMBERS.contains(name)
              && !parameter.getValue().asText().matches("[0-9]+(\\.[0-9]+)?")) {
            problems.add("%s: %s is no number: %s".formatted(title, name, parameter.getValue()));
          }
        });
  }

  /** The monitor answers there, and for groups that it watches. */
  private static void backlog(
      Manifests manifests, JsonNode scaled, JsonNode metadata, List<String> problems) {
    String title = Manifests.title(scaled);
    URI url = URI.create(metadata.path("url").asText());
    JsonNode service =
        manifests
            .find("Service", String.valueOf(url.getHost()).split("\\.", -1)[0])
            .orElseGet(MissingNode::getInstance);
    String host =
        "%s.%s.svc"
            .formatted(
                Manifests.name(service),
                service.path("metadata").path("namespace").asText("NAMESPACE"));
    if (!host.equals(url.getHost())) {
      problems.add("%s: url: no Service is at %s".formatted(title, url.getHost()));
    }
    if (service
        .path("spec")
        .path("ports")
        .valueStream()
        .noneMatch(port -> port.path("port").asInt() == url.getPort())) {
      problems.add("%s: url: the Service has no port %d".formatted(title, url.getPort()));
    }
    Set<String> watched = ServiceUnderTest.watchedGroups();
    String path = url.getPath();
    if (!path.startsWith(BACKLOG)) {
      problems.add(
          "%s: url: the monitor answers at %s, and not at %s".formatted(title, BACKLOG, path));
    } else {
      for (String group : path.substring(BACKLOG.length()).split(",", -1)) {
        if (!watched.contains(group)) {
          problems.add(
              "%s: url: the monitor watches %s, and not %s".formatted(title, watched, group));
        }
      }
    }
    if (!metadata.path("valueLocation").asText().equals("backlog")) {
      problems.add(
          "%s: valueLocation: the answer's figure is backlog, not %s"
              .formatted(title, metadata.path("valueLocation").asText()));
    }
  }
}
