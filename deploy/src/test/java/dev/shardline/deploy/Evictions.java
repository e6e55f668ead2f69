package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Each service has a bound on what is evicted at a time, and none that forbids to evict. */
final class Evictions implements Check {

  private static final String KIND = "PodDisruptionBudget";

  private static final Set<String> NONE = Set.of("", "0", "0%");

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    for (ServiceUnderTest service : ServiceUnderTest.values()) {
      if (manifests.find(KIND, service.deployment()).isEmpty()) {
        problems.add("%s: there is none of %s".formatted(KIND, service.deployment()));
      }
    }
    manifests
        .ofKind(KIND)
        .forEach(budget -> {
          JsonNode spec = budget.path("spec");
          // What has to stay is all there is, as soon as there is no more than that.
          if (spec.has("minAvailable") || NONE.contains(spec.path("maxUnavailable").asText())) {
            problems.add(
                "%s: maxUnavailable has to be above 0, and it is %s"
                    .formatted(Manifests.title(budget), spec));
          }
          if (!spec.path("unhealthyPodEvictionPolicy").asText().equals("AlwaysAllow")) {
            problems.add(
                "%s: unhealthyPodEvictionPolicy keeps pods that do not get ready"
                    .formatted(Manifests.title(budget)));
          }
        });
    return problems;
  }
}
