package dev.shardline.deploy;

import java.util.List;
import java.util.regex.Pattern;

/** A ConfigMap of other content has another name: so pods that read it are replaced. */
final class HashedConfigs implements Check {

  private static final Pattern HASHED = Pattern.compile(".+-[a-z0-9]{10}");

  @Override
  public List<String> problems(Manifests manifests) {
    return manifests
        .workloads()
        .flatMap(workload ->
            workload
                .containers()
                .flatMap(container -> container.path("envFrom").valueStream())
                .map(from -> from.path("configMapRef").path("name").asText())
                .filter(name -> !name.isEmpty() && !HASHED.matcher(name).matches())
                .map(name ->
                    "%s: the name of ConfigMap/%s has no hash".formatted(workload.title(), name)))
        .toList();
  }
}
