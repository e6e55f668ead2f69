package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stack of containers: what it mounts and builds exists, and the services read what it sets.
 */
final class ComposeFile {

  static final String FOLDER = "deploy/containers/";

  /** {@code host:port} of another container, in a value. */
  private static final Pattern ADDRESS = Pattern.compile("(?:^|//)([a-z][a-z0-9-]*):[0-9]+");

  private ComposeFile() {}

  static List<String> problems(JsonNode compose) {
    List<String> problems = new ArrayList<>();
    JsonNode containers = compose.path("services");
    containers
        .properties()
        .forEach(entry -> {
          String title = "compose.yaml: " + entry.getKey();
          JsonNode container = entry.getValue();
          PinnedImages.problem(title, container.path("image").asText()).ifPresent(problems::add);
          mounts(title, container, compose.path("volumes"), problems);
          build(title, container.path("build"), problems);
          container
              .path("depends_on")
              .fieldNames()
              .forEachRemaining(name -> {
                if (!containers.has(name)) {
                  problems.add("%s: depends_on: there is no %s".formatted(title, name));
                }
              });
        });
    for (ServiceUnderTest service : ServiceUnderTest.values()) {
      service(service, containers, problems);
    }
    return problems;
  }

  private static void mounts(
      String title, JsonNode container, JsonNode volumes, List<String> problems) {
    for (JsonNode mount : container.path("volumes")) {
      String source = mount.asText().split(":", -1)[0];
      boolean there =
          source.startsWith(".") ? Repository.has(FOLDER + source) : volumes.has(source);
      if (!there) {
        problems.add("%s: volumes: there is no %s".formatted(title, source));
      }
      variables(title, container, source, mount.asText().split(":", -1)[1], problems);
    }
  }

  /** A file that a variable names, in a directory that is mounted from here, is there. */
  private static void variables(
      String title, JsonNode container, String source, String target, List<String> problems) {
    container
        .path("environment")
        .properties()
        .forEach(variable -> {
          String path = variable.getValue().asText();
          if (source.startsWith(".")
              && path.startsWith(target + "/")
              && !Repository.has(FOLDER + source + path.substring(target.length()))) {
            problems.add("%s: %s: there is no %s".formatted(title, variable.getKey(), path));
          }
        });
  }

  private static void build(String title, JsonNode build, List<String> problems) {
    if (build.isMissingNode()) {
      return;
    }
    String file = FOLDER + build.path("context").asText() + "/" + build.path("dockerfile").asText();
    if (!Repository.has(file)) {
      problems.add("%s: build: there is no %s".formatted(title, build.path("dockerfile").asText()));
    }
  }

  private static void service(
      ServiceUnderTest service, JsonNode containers, List<String> problems) {
    JsonNode container = containers.path(service.shortName());
    String title = "compose.yaml: " + service.shortName();
    if (container.isMissingNode()) {
      problems.add(title + ": is not there");
      return;
    }
    Map<String, String> environment = new TreeMap<>();
    container
        .path("environment")
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
    problems.addAll(Environment.problems(title, service, environment));
    environment.forEach((name, value) -> {
      Matcher address = ADDRESS.matcher(value);
      if (address.find() && !containers.has(address.group(1))) {
        problems.add("%s: %s: there is no container %s".formatted(title, name, address.group(1)));
      }
    });
    grace(title, service, container, environment, problems);
    for (JsonNode port : container.path("ports")) {
      if (!port.asText().endsWith(":" + service.port())) {
        problems.add(
            "%s: ports: %s, and the service listens on %d"
                .formatted(title, port.asText(), service.port()));
      }
    }
  }

  private static void grace(
      String title,
      ServiceUnderTest service,
      JsonNode container,
      Map<String, String> environment,
      List<String> problems) {
    // Docker's own is 10 s.
    Duration grace =
        DurationConverter.parseDuration(container.path("stop_grace_period").asText("10s"));
    Duration drain = service.drain(environment).orElse(Duration.ZERO);
    if (grace.compareTo(drain) <= 0) {
      problems.add(
          "%s: stop_grace_period of %d s is not above the drain of %d s"
              .formatted(title, grace.toSeconds(), drain.toSeconds()));
    }
    String told =
        environment.get(service.name().toUpperCase(Locale.ROOT) + "_TERMINATION_GRACE_PERIOD");
    if (told != null && !DurationConverter.parseDuration(told).equals(grace)) {
      problems.add(
          "%s: stop_grace_period is %d s, and the service is told %s"
              .formatted(title, grace.toSeconds(), told));
    }
  }
}
