package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is rendered for monitoring is what the files say: all dashboards, and the rules as they are.
 */
final class MonitoringFiles implements Check {

  private static final String FOLDER = "deploy/observability/";

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    manifests.ofKind("PrometheusRule").forEach(rule -> rules(rule, problems));
    manifests
        .find("ConfigMap", "shardline-dashboards")
        .ifPresent(map -> dashboards(map.path("data"), problems));
    return problems;
  }

  private static void rules(JsonNode rule, List<String> problems) {
    JsonNode file = YamlText.document(Repository.text(FOLDER + "rules/shardline.rules.yaml"));
    if (!rule.path("spec").equals(file)) {
      problems.add(
          "%s: spec is not rules/shardline.rules.yaml: run prometheus-rule.sh"
              .formatted(Manifests.title(rule)));
    }
  }

  private static void dashboards(JsonNode data, List<String> problems) {
    Set<String> expected = new TreeSet<>();
    try (var files = Files.list(Repository.path(FOLDER + "dashboards"))) {
      expected.addAll(
          files.map(file -> "shardline-" + file.getFileName()).collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Set<String> rendered = new TreeSet<>();
    data.fieldNames().forEachRemaining(rendered::add);
    if (!rendered.equals(expected)) {
      problems.add(
          "ConfigMap/shardline-dashboards: has %s, and the files are %s"
              .formatted(rendered, expected));
    }
  }
}
