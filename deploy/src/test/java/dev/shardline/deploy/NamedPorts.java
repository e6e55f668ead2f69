package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Ports that Services, probes and monitors name are ports of the containers behind them. */
final class NamedPorts implements Check {

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    manifests.workloads().forEach(workload -> probes(workload, problems));
    manifests
        .ofKind("Service")
        .forEach(service ->
            service
                .path("spec")
                .path("ports")
                .forEach(port ->
                    find(
                        manifests,
                        service,
                        service.path("spec").path("selector"),
                        port.has("targetPort") ? port.path("targetPort") : port.path("port"),
                        problems)));
    manifests
        .ofKind("PodMonitor")
        .forEach(monitor ->
            monitor
                .path("spec")
                .path("podMetricsEndpoints")
                .forEach(endpoint ->
                    find(
                        manifests,
                        monitor,
                        monitor.path("spec").path("selector"),
                        endpoint.path("port"),
                        problems)));
    return problems;
  }

  private static void probes(Workload workload, List<String> problems) {
    workload
        .containers()
        .forEach(container -> {
          for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            for (String action : List.of("httpGet", "tcpSocket", "grpc")) {
              JsonNode port = container.path(probe).path(action).path("port");
              if (!port.isMissingNode()
                  && Workload.port(container.path("ports").valueStream(), port).isEmpty()) {
                problems.add(
                    "%s: %s of %s names the port %s, which the container has not"
                        .formatted(
                            workload.title(),
                            probe,
                            container.path("name").asText(),
                            port.asText()));
              }
            }
          }
        });
  }

  private static void find(
      Manifests manifests,
      JsonNode object,
      JsonNode selector,
      JsonNode port,
      List<String> problems) {
    for (Workload workload : manifests.selected(selector)) {
      if (workload.port(port).isEmpty()) {
        problems.add(
            "%s: port %s is none of %s"
                .formatted(Manifests.title(object), port.asText(), workload.title()));
      }
    }
  }
}
