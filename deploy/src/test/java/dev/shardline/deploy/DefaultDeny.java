package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Nothing gets in or out of any pod but by a policy that says so; and the services look up names.
 */
final class DefaultDeny implements Check {

  private static final int DNS = 53;

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    for (String direction : List.of("Ingress", "Egress")) {
      if (policies(manifests).noneMatch(spec -> denies(spec, direction))) {
        problems.add("NetworkPolicy: none denies all pods their " + direction);
      }
    }
    for (ServiceUnderTest service : ServiceUnderTest.values()) {
      manifests
          .workload(service.deployment())
          .filter(workload ->
              policies(manifests)
                  .filter(spec -> Selector.matches(spec.path("podSelector"), workload.labels()))
                  .noneMatch(DefaultDeny::letsLookUp))
          .ifPresent(workload ->
              problems.add("%s: no NetworkPolicy lets it ask DNS".formatted(workload.title())));
    }
    return problems;
  }

  private static Stream<JsonNode> policies(Manifests manifests) {
    return manifests.ofKind("NetworkPolicy").map(policy -> policy.path("spec"));
  }

  private static boolean denies(JsonNode spec, String direction) {
    return spec.path("podSelector").isObject()
        && spec.path("podSelector").isEmpty()
        && spec.path("policyTypes").valueStream().map(JsonNode::asText).anyMatch(direction::equals)
        && spec.path(direction.toLowerCase(Locale.ROOT)).isEmpty();
  }

  private static boolean letsLookUp(JsonNode spec) {
    return spec.path("egress")
        .valueStream()
        .flatMap(rule -> rule.path("ports").valueStream())
        .anyMatch(port ->
            port.path("port").asInt() == DNS && port.path("protocol").asText().equals("UDP"));
  }
}
