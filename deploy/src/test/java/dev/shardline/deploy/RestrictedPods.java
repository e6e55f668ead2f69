package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Pods are what the namespaces enforce, the "restricted" Pod Security Standard; and write nowhere.
 */
final class RestrictedPods implements Check {

  private static final Map<String, String> POD =
      Map.of("/runAsNonRoot", "true", "/seccompProfile/type", "RuntimeDefault");

  private static final Map<String, String> CONTAINER =
      Map.of(
          "/allowPrivilegeEscalation", "false",
          "/readOnlyRootFilesystem", "true",
          "/capabilities/drop/0", "ALL");

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    manifests
        .workloads()
        .forEach(workload -> {
          check(workload, workload.pod().path("securityContext"), POD, problems);
          workload
              .containers()
              .forEach(container ->
                  check(workload, container.path("securityContext"), CONTAINER, problems));
        });
    return problems;
  }

  private static void check(
      Workload workload, JsonNode context, Map<String, String> expected, List<String> problems) {
    expected.forEach((path, value) -> {
      if (!context.at(path).asText().equals(value)) {
        problems.add(
            "%s: securityContext%s is not %s"
                .formatted(workload.title(), path.replace('/', '.'), value));
      }
    });
  }
}
