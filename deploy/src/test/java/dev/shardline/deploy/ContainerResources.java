package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Containers request CPU and memory, get no more memory than they request, and have no CPU limit.
 */
final class ContainerResources implements Check {

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    manifests
        .workloads()
        .forEach(workload ->
            workload
                .containers()
                .forEach(
                    container -> check(workload.title(), container.path("resources"), problems)));
    return problems;
  }

  private static void check(String title, JsonNode resources, List<String> problems) {
    JsonNode requests = resources.path("requests");
    JsonNode limits = resources.path("limits");
    for (String resource : List.of("cpu", "memory")) {
      if (!requests.hasNonNull(resource)) {
        problems.add("%s: resources.requests has no %s".formatted(title, resource));
      }
    }
    if (!limits.path("memory").equals(requests.path("memory"))) {
      problems.add(
          "%s: resources.limits.memory is %s, and %s is requested"
              .formatted(title, limits.path("memory").asText("none"), requests.path("memory")));
    }
    if (limits.has("cpu")) {
      problems.add("%s: resources.limits has a cpu".formatted(title));
    }
  }
}
