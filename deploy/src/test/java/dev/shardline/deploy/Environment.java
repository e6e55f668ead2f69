package dev.shardline.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every variable is one that the service reads, and the service starts with all of them. */
final class Environment implements Check {

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    for (ServiceUnderTest service : ServiceUnderTest.values()) {
      manifests
          .workload(service.deployment())
          .ifPresent(workload ->
              problems.addAll(
                  problems(workload.title(), service, workload.environment(manifests))));
    }
    return problems;
  }

  /** The same of variables that are said elsewhere. */
  static List<String> problems(
      String title, ServiceUnderTest service, Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    for (String variable : environment.keySet()) {
      if (!EnvironmentNames.readBy(service, variable)) {
        problems.add("%s: the service reads no %s".formatted(title, variable));
      }
    }
    service
        .refusal(known(environment))
        .ifPresent(refusal ->
            problems.add("%s: the service would not start: %s".formatted(title, refusal)));
    return problems;
  }

  /** Without the values that only the cluster knows, such as those of the downward API. */
  private static Map<String, String> known(Map<String, String> environment) {
    Map<String, String> known = new TreeMap<>(environment);
    known.values().removeIf(String::isEmpty);
    return known;
  }
}
