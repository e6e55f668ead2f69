package dev.shardline.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The README's totals of requests are what is rendered. */
final class ResourceTotals {

  private ResourceTotals() {}

  /** Which of the rows that the overlays make are not in the README. */
  static List<String> problems(String readme, Manifests dev, Manifests production) {
    List<String> problems = new ArrayList<>();
    rows(dev, production)
        .forEach((title, resources) -> {
          String row = "| " + title + " " + resources.columns();
          if (readme.lines().noneMatch(row::equals)) {
            problems.add("deploy/README.md: this row is expected: " + row);
          }
        });
    return problems;
  }

  private static Map<String, Resources> rows(Manifests dev, Manifests production) {
    int ingestLeast = scale(production, "shardline-ingest", "minReplicaCount");
    int ingestMost = scale(production, "shardline-ingest", "maxReplicaCount");
    int transformLeast = scale(production, "shardline-transform", "minReplicaCount");
    int transformMost = scale(production, "shardline-transform", "maxReplicaCount");
    Map<String, Resources> rows = new LinkedHashMap<>();
    rows.put("dev", Resources.total(dev, workload -> 1));
    rows.put("production, one of each", Resources.total(production, workload -> 1));
    rows.put(
        "production, idle (ingest %d, transform %d)".formatted(ingestLeast, transformLeast),
        Resources.total(
            production, workload -> scale(production, workload.name(), "minReplicaCount")));
    rows.put(
        "production, most (ingest %d, transform %d)".formatted(ingestMost, transformMost),
        Resources.total(
            production, workload -> scale(production, workload.name(), "maxReplicaCount")));
    return rows;
  }

  /** A bound of what scales a Deployment; of one that nothing scales, its replicas. */
  private static int scale(Manifests manifests, String deployment, String bound) {
    return Stream.concat(
            manifests
                .ofKind("ScaledObject")
                .map(scaled -> scaled.path("spec"))
                .filter(
                    spec -> spec.path("scaleTargetRef").path("name").asText().equals(deployment))
                .map(spec -> spec.path(bound).asInt()),
            manifests
                .workload(deployment)
                .map(workload -> workload.object().path("spec").path("replicas").asInt(1))
                .stream())
        .findFirst()
        .orElseThrow();
  }
}
