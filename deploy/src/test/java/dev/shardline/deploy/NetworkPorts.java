package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Policies let through what is spoken: in, on ports that pods have; out, on the ports of the
 * brokers that the services are told.
 */
final class NetworkPorts implements Check {

  private static final String BROKERS = "shardline-kafka";

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    manifests.ofKind("NetworkPolicy").forEach(policy -> ingress(manifests, policy, problems));
    brokers(manifests, problems);
    if (manifests.ofKind("ScaledObject").findAny().isPresent()) {
      admitted(manifests, "keda", ServiceUnderTest.MONITOR, problems);
    }
    if (manifests.ofKind("PodMonitor").findAny().isPresent()) {
      for (ServiceUnderTest service : ServiceUnderTest.values()) {
        admitted(manifests, "monitoring", service, problems);
      }
    }
    return problems;
  }

  private static void ingress(Manifests manifests, JsonNode policy, List<String> problems) {
    List<Workload> pods = manifests.selected(policy.path("spec").path("podSelector"));
    for (JsonNode rule : policy.path("spec").path("ingress")) {
      for (JsonNode port : rule.path("ports")) {
        if (pods.stream().allMatch(pod -> pod.port(port.path("port")).isEmpty())) {
          problems.add(
              "%s: no pod that it selects listens on %s"
                  .formatted(Manifests.title(policy), port.path("port").asText()));
        }
      }
    }
  }

  private static void brokers(Manifests manifests, List<String> problems) {
    Set<Integer> open = new TreeSet<>();
    manifests
        .find("NetworkPolicy", BROKERS)
        .ifPresent(policy ->
            policy
                .path("spec")
                .path("egress")
                .forEach(rule ->
                    rule.path("ports").forEach(port -> open.add(port.path("port").asInt()))));
    for (ServiceUnderTest service : ServiceUnderTest.values()) {
      manifests
          .workload(service.deployment())
          .ifPresent(workload -> {
            String servers =
                workload.environment(manifests).getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "");
            for (String server : Arrays.asList(servers.split(",", -1))) {
              int port = Integer.parseInt("0" + server.replaceAll("^.*:|^$", ""));
              if (!open.contains(port)) {
                problems.add(
                    "%s: KAFKA_BOOTSTRAP_SERVERS is %s, and NetworkPolicy/%s lets out to %s"
                        .formatted(workload.title(), servers, BROKERS, open));
              }
            }
          });
    }
  }

  /** Whether pods of a namespace may ask a service. */
  private static void admitted(
      Manifests manifests, String namespace, ServiceUnderTest service, List<String> problems) {
    JsonNode labels =
        YamlText.JSON.createObjectNode().put("kubernetes.io/metadata.name", namespace);
    boolean admitted =
        manifests
            .workload(service.deployment())
            .map(workload ->
                manifests
                    .ofKind("NetworkPolicy")
                    .map(policy -> policy.path("spec"))
                    .filter(spec -> Selector.matches(spec.path("podSelector"), workload.labels()))
                    .flatMap(spec -> spec.path("ingress").valueStream())
                    .anyMatch(rule -> admits(rule, labels, service.port())))
            .orElse(true);
    if (!admitted) {
      problems.add(
          "NetworkPolicy: nothing of namespace %s may ask %s on %d"
              .formatted(namespace, service.deployment(), service.port()));
    }
  }

  private static boolean admits(JsonNode rule, JsonNode namespaceLabels, int port) {
    return rule.path("ports").valueStream().anyMatch(open -> open.path("port").asInt() == port)
        && rule.path("from")
            .valueStream()
            .anyMatch(peer ->
                peer.has("namespaceSelector")
                    && Selector.matches(peer.path("namespaceSelector"), namespaceLabels));
  }
}
