package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pods are what the namespaces enforce, the "restricted" Pod Security Standard; and write nowhere,
 * and may ask nothing of the API server.
 */
final class RestrictedPods implements Check {

  private static final Map<String, String> POD =
      Map.of("/runAsNonRoot", "true", "/seccompProfile/type", "RuntimeDefault");

  private static final Map<String, String> CONTAINER =
      Map.of(
          "/allowPrivilegeEscalation", "false",
          "/readOnlyRootFilesystem", "true",
          "/capabilities/drop/0", "ALL");

  private static final Set<String> VOLUMES = Set.of("emptyDir", "secret", "configMap");

  private static final List<String> OF_THE_NODE = List.of("hostNetwork", "hostPID", "hostIPC");

  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    manifests
        .workloads()
        .forEach(workload -> {
          check(workload, workload.pod().path("securityContext"), POD, problems);
          pod(workload, problems);
          workload
              .containers()
              .forEach(container -> {
                check(workload, container.path("securityContext"), CONTAINER, problems);
                container(workload, container, problems);
              });
        });
    manifests
        .ofKind("Namespace")
        .filter(namespace ->
            !namespace.path("metadata").path("labels").path(ENFORCE).asText().equals("restricted"))
        .forEach(namespace ->
            problems.add(
                "%s: the label %s is not restricted"
                    .formatted(Manifests.title(namespace), ENFORCE)));
    return problems;
  }

  private static void pod(Workload workload, List<String> problems) {
    JsonNode pod = workload.pod();
    if (pod.path("automountServiceAccountToken").asBoolean(true)) {
      problems.add("%s: automountServiceAccountToken is not false".formatted(workload.title()));
    }
    for (String field : OF_THE_NODE) {
      if (pod.path(field).asBoolean()) {
        problems.add("%s: %s".formatted(workload.title(), field));
      }
    }
    for (JsonNode volume : pod.path("volumes")) {
      volume
          .fieldNames()
          .forEachRemaining(field -> {
            if (!field.equals("name") && !VOLUMES.contains(field)) {
              problems.add(
                  "%s: volume %s is a %s"
                      .formatted(workload.title(), volume.path("name").asText(), field));
            }
          });
    }
  }

  private static void container(Workload workload, JsonNode container, List<String> problems) {
    JsonNode context = container.path("securityContext");
    if (context.path("privileged").asBoolean()
        || !context.path("capabilities").path("add").isEmpty()
        || context.path("runAsUser").asInt(1) == 0) {
      problems.add("%s: securityContext has more than it may".formatted(workload.title()));
    }
    for (JsonNode port : container.path("ports")) {
      if (port.has("hostPort")) {
        problems.add("%s: hostPort".formatted(workload.title()));
      }
    }
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
