package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the HPA scales on is what the Prometheus adapter is told to make, of groups that are
 * watched.
 */
final class ExternalMetrics implements Check {

  private static final String ADAPTER =
      "deploy/components/scaling-hpa/prometheus-adapter-values.yaml";

  private static final Pattern GROUP = Pattern.compile("group=\"([^\"]+)\"");

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    Map<String, String> made = new HashMap<>();
    for (JsonNode rule : YamlText.document(Repository.text(ADAPTER)).at("/rules/external")) {
      made.put(rule.path("name").path("as").asText(), rule.path("metricsQuery").asText());
    }
    manifests
        .ofKind("HorizontalPodAutoscaler")
        .forEach(scaler -> {
          for (JsonNode metric : scaler.path("spec").path("metrics")) {
            String name = metric.at("/external/metric/name").asText();
            if (!made.containsKey(name)) {
              problems.add(
                  "%s: the adapter makes %s, and not %s"
                      .formatted(Manifests.title(scaler), made.keySet(), name));
            }
          }
        });
    made.forEach((name, query) -> groups(name, query, problems));
    return problems;
  }

  private static void groups(String name, String query, List<String> problems) {
    Matcher group = GROUP.matcher(query);
    while (group.find()) {
      if (!ServiceUnderTest.watchedGroups().contains(group.group(1))) {
        problems.add("%s: the monitor does not watch %s".formatted(name, group.group(1)));
      }
    }
  }
}
