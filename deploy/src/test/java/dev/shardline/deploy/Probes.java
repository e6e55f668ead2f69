package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Probes and scrapes ask for what the services serve, on the ports where they serve it. */
final class Probes implements Check {

  /** Quarkus' own, which no service changes. */
  private static final Map<String, String> PATHS =
      Map.of(
          "startupProbe", "/q/health/started",
          "readinessProbe", "/q/health/ready",
          "livenessProbe", "/q/health/live");

  private static final String METRICS = "/q/metrics";

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    for (ServiceUnderTest service : ServiceUnderTest.values()) {
      manifests
          .workload(service.deployment())
          .ifPresent(workload -> probes(workload, service, problems));
      manifests
          .find("Service", service.deployment())
          .ifPresent(object -> port(object, service, problems));
    }
    manifests
        .ofKind("PodMonitor")
        .forEach(monitor ->
            monitor
                .path("spec")
                .path("podMetricsEndpoints")
                .forEach(
                    endpoint -> path(monitor, "path", endpoint.path("path"), METRICS, problems)));
    return problems;
  }

  private static void probes(Workload workload, ServiceUnderTest service, List<String> problems) {
    for (JsonNode container : workload.containers().toList()) {
      PATHS.forEach((probe, path) -> {
        JsonNode get = container.path(probe).path("httpGet");
        path(workload.object(), probe, get.path("path"), path, problems);
        int port = Workload.port(container.path("ports").valueStream(), get.path("port")).orElse(0);
        if (port != service.port()) {
          problems.add(
              "%s: %s asks port %d, and the service listens on %d (quarkus.http.port)"
                  .formatted(workload.title(), probe, port, service.port()));
        }
      });
    }
  }

  private static void port(JsonNode object, ServiceUnderTest service, List<String> problems) {
    for (JsonNode port : object.path("spec").path("ports")) {
      if (port.path("port").asInt() != service.port()) {
        problems.add(
            "%s: port %d instead of the service's own, %d"
                .formatted(Manifests.title(object), port.path("port").asInt(), service.port()));
      }
    }
  }

  private static void path(
      JsonNode object, String field, JsonNode actual, String expected, List<String> problems) {
    if (!actual.asText().equals(expected)) {
      problems.add(
          "%s: %s asks for %s, and not for %s"
              .formatted(Manifests.title(object), field, actual.asText("nothing"), expected));
    }
  }
}
