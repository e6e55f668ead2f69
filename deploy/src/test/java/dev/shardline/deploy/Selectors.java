package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Every selector takes pods that are there, and those of one workload where it has to. */
final class Selectors implements Check {

  private static final List<String> PEERS = List.of("from", "to");

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    manifests.workloads().forEach(workload -> ofItself(workload, problems));
    for (String kind : List.of("Service", "PodDisruptionBudget")) {
      manifests.ofKind(kind).forEach(object -> ofOne(manifests, object, problems));
    }
    manifests
        .ofKind("PodMonitor")
        .forEach(
            monitor -> some(manifests, monitor, monitor.path("spec").path("selector"), problems));
    manifests.ofKind("NetworkPolicy").forEach(policy -> policy(manifests, policy, problems));
    return problems;
  }

  private static void ofItself(Workload workload, List<String> problems) {
    JsonNode selector = workload.object().path("spec").path("selector");
    if (!Selector.matches(selector, workload.labels())) {
      problems.add(
          "%s: selector %s does not take its own pods %s"
              .formatted(workload.title(), selector, workload.labels()));
    }
    for (JsonNode constraint : workload.pod().path("topologySpreadConstraints")) {
      if (!Selector.matches(constraint.path("labelSelector"), workload.labels())) {
        problems.add(
            "%s: topologySpreadConstraints do not count its own pods: %s"
                .formatted(workload.title(), constraint.path("labelSelector")));
      }
    }
  }

  /** One Deployment, and that of the object's own name. */
  private static void ofOne(Manifests manifests, JsonNode object, List<String> problems) {
    JsonNode selector = object.path("spec").path("selector");
    // One that is missing takes nothing, and an empty one everything.
    List<String> names =
        selector.isMissingNode()
            ? List.of()
            : manifests.selected(selector).stream().map(Workload::name).toList();
    if (!names.equals(List.of(Manifests.name(object)))) {
      problems.add(
          "%s: selector %s takes the pods of %s instead of those of its own name"
              .formatted(Manifests.title(object), selector, names));
    }
  }

  private static void some(
      Manifests manifests, JsonNode object, JsonNode selector, List<String> problems) {
    if (manifests.selected(selector).isEmpty()) {
      problems.add("%s: selector %s takes no pod".formatted(Manifests.title(object), selector));
    }
    // Of values that are listed, each is somebody's.
    for (JsonNode expression : selector.path("matchExpressions")) {
      for (JsonNode value : expression.path("values")) {
        String key = expression.path("key").asText();
        if (manifests
            .workloads()
            .noneMatch(workload -> workload.labels().path(key).equals(value))) {
          problems.add(
              "%s: no pod has %s=%s".formatted(Manifests.title(object), key, value.asText()));
        }
      }
    }
  }

  private static void policy(Manifests manifests, JsonNode policy, List<String> problems) {
    some(manifests, policy, policy.path("spec").path("podSelector"), problems);
    for (String direction : List.of("ingress", "egress")) {
      for (JsonNode rule : policy.path("spec").path(direction)) {
        for (String peers : PEERS) {
          for (JsonNode peer : rule.path(peers)) {
            // Pods of other namespaces are not of these manifests.
            if (peer.has("podSelector") && !peer.has("namespaceSelector")) {
              some(manifests, policy, peer.path("podSelector"), problems);
            }
          }
        }
      }
    }
  }
}
