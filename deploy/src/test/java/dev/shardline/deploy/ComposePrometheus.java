package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The stack's Prometheus scrapes every service on its port, and reads rules that are mounted. */
final class ComposePrometheus {

  private ComposePrometheus() {}

  static List<String> problems(JsonNode prometheus, JsonNode compose) {
    List<String> problems = new ArrayList<>();
    Set<String> scraped =
        prometheus.findValues("dns_sd_configs").stream()
            .flatMap(JsonNode::valueStream)
            .flatMap(config ->
                config
                    .path("names")
                    .valueStream()
                    .map(name -> name.asText() + ":" + config.path("port").asInt()))
            .collect(Collectors.toSet());
    for (ServiceUnderTest service : ServiceUnderTest.values()) {
      String target = service.shortName() + ":" + service.port();
      if (!scraped.contains(target)) {
        problems.add("prometheus.yaml: %s is not scraped, but %s".formatted(target, scraped));
      }
    }
    List<String> mounts = mounted(compose.path("services").path("prometheus"));
    for (JsonNode file : prometheus.path("rule_files")) {
      if (!mounts.contains(file.asText())) {
        problems.add("prometheus.yaml: rule_files: nothing is mounted at " + file.asText());
      }
    }
    return problems;
  }

  private static List<String> mounted(JsonNode container) {
    return StreamSupport.stream(container.path("volumes").spliterator(), false)
        .map(mount -> mount.asText().split(":", -1)[1])
        .toList();
  }
}
