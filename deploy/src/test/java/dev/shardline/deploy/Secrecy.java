package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Nothing secret is in a ConfigMap or a variable: Secrets are what access is limited for. */
final class Secrecy implements Check {

  private static final Pattern NAME =
      Pattern.compile(
          "(?i).*(PASSWORD|PASSWD|CREDENTIAL|TOKEN|JAAS|PRIVATE_?KEY|API_?KEY|ACCESS_KEY|SECRET_KEY|_SECRETS?_).*");

  private static final Pattern VALUE =
      Pattern.compile(
          "(?is).*(-----BEGIN [A-Z ]*PRIVATE KEY|password\\s*=|AKIA[0-9A-Z]{16}|://[^/\\s:@]+:[^/\\s@]+@).*");

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    manifests
        .ofKind("ConfigMap")
        .forEach(map ->
            map.path("data")
                .properties()
                .forEach(entry ->
                    check(
                        Manifests.title(map),
                        entry.getKey(),
                        entry.getValue().asText(),
                        problems)));
    manifests
        .workloads()
        .forEach(workload ->
            workload
                .containers()
                .flatMap(container -> container.path("env").valueStream())
                .filter(variable -> variable.has("value"))
                .forEach(variable -> check(workload.title(), variable, problems)));
    return problems;
  }

  private static void check(String title, JsonNode variable, List<String> problems) {
    check(title, variable.path("name").asText(), variable.path("value").asText(), problems);
  }

  private static void check(String title, String name, String value, List<String> problems) {
    if (NAME.matcher(name).matches() || VALUE.matcher(value).matches()) {
      problems.add("%s: %s looks like a secret".formatted(title, name));
    }
  }
}
