package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files that variables name are mounted, and directories of settings that are mounted are read. */
final class MountedFiles implements Check {

  private static final String LOCATIONS = "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS";

  /** Where a key is a path, what it names has to be there when the service starts. */
  private static final String FILE = "KAFKA_SSL_TRUSTSTORE_LOCATION";

  /** What a file of a setting is called like. */
  private static final String SETTING = "kafka.";

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    for (ServiceUnderTest service : ServiceUnderTest.values()) {
      manifests
          .workload(service.deployment())
          .ifPresent(workload -> check(workload, workload.environment(manifests), problems));
    }
    return problems;
  }

  private static void check(
      Workload workload, Map<String, String> environment, List<String> problems) {
    Set<String> files = files(workload);
    String file = environment.get(FILE);
    if (file != null && !files.contains(file)) {
      problems.add(
          "%s: %s is %s, and mounted are %s".formatted(workload.title(), FILE, file, files));
    }
    List<String> read = List.of(environment.getOrDefault(LOCATIONS, "").split(","));
    for (String mounted : files) {
      int slash = mounted.lastIndexOf('/');
      if (mounted.substring(slash + 1).startsWith(SETTING)
          && !read.contains(mounted.substring(0, slash))) {
        problems.add(
            "%s: %s is mounted, and %s are read".formatted(workload.title(), mounted, read));
      }
    }
  }

  /** Those whose names are said: keys of Secrets that are mounted by {@code items}. */
  private static Set<String> files(Workload workload) {
    Set<String> files = new HashSet<>();
    workload
        .containers()
        .flatMap(container -> container.path("volumeMounts").valueStream())
        .forEach(mount -> {
          for (JsonNode volume : workload.pod().path("volumes")) {
            if (volume.path("name").equals(mount.path("name"))) {
              for (JsonNode item : volume.path("secret").path("items")) {
                files.add(mount.path("mountPath").asText() + "/" + item.path("path").asText());
              }
            }
          }
        });
    return files;
  }
}
