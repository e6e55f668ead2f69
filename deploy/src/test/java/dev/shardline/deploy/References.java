package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What pods and autoscalers refer to by name is there. */
final class References implements Check {

  /** Secrets that are made by others: see "Production, in this order" in the README. */
  private static final Set<String> MADE_BY_OTHERS =
      Set.of(
          "shardline-ingest", "shardline-transform", "shardline-monitor", "kafka-cluster-ca-cert");

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    manifests.workloads().forEach(workload -> pod(manifests, workload, problems));
    Set<String> scaled = new HashSet<>();
    for (String kind : List.of("ScaledObject", "HorizontalPodAutoscaler")) {
      manifests.ofKind(kind).forEach(scaler -> scaler(manifests, scaler, scaled, problems));
    }
    return problems;
  }

  private static void scaler(
      Manifests manifests, JsonNode scaler, Set<String> scaled, List<String> problems) {
    JsonNode target = scaler.path("spec").path("scaleTargetRef");
    String kind = target.path("kind").asText("Deployment");
    String name = target.path("name").asText();
    if (!scaled.add(kind + "/" + name)) {
      problems.add(
          "%s: %s/%s has another autoscaler".formatted(Manifests.title(scaler), kind, name));
    }
    manifests
        .find(kind, name)
        .ifPresentOrElse(
            object -> {
              if (object.path("spec").has("replicas")) {
                problems.add(
                    "%s: spec.replicas would be set back by each apply, for %s scales it"
                        .formatted(Manifests.title(object), Manifests.title(scaler)));
              }
            },
            () ->
                problems.add(
                    "%s: spec.scaleTargetRef: there is no %s/%s"
                        .formatted(Manifests.title(scaler), kind, name)));
  }

  private static void pod(Manifests manifests, Workload workload, List<String> problems) {
    JsonNode account = workload.pod().path("serviceAccountName");
    if (!account.isMissingNode()) {
      exists(manifests, workload, "ServiceAccount", account.asText(), problems);
    }
    Set<String> volumes = new HashSet<>();
    for (JsonNode volume : workload.pod().path("volumes")) {
      volumes.add(volume.path("name").asText());
      reference(manifests, workload, "Secret", volume.path("secret"), "secretName", problems);
      reference(manifests, workload, "ConfigMap", volume.path("configMap"), "name", problems);
      reference(
          manifests,
          workload,
          "PersistentVolumeClaim",
          volume.path("persistentVolumeClaim"),
          "claimName",
          problems);
    }
    workload
        .containers()
        .forEach(container -> {
          for (JsonNode from : container.path("envFrom")) {
            reference(
                manifests, workload, "ConfigMap", from.path("configMapRef"), "name", problems);
            reference(manifests, workload, "Secret", from.path("secretRef"), "name", problems);
          }
          for (JsonNode mount : container.path("volumeMounts")) {
            if (!volumes.contains(mount.path("name").asText())) {
              problems.add(
                  "%s: volumeMounts: there is no volume %s"
                      .formatted(workload.title(), mount.path("name").asText()));
            }
          }
        });
  }

  private static void reference(
      Manifests manifests,
      Workload workload,
      String kind,
      JsonNode reference,
      String field,
      List<String> problems) {
    if (!reference.isMissingNode() && !reference.path("optional").asBoolean()) {
      exists(manifests, workload, kind, reference.path(field).asText(), problems);
    }
  }

  private static void exists(
      Manifests manifests, Workload workload, String kind, String name, List<String> problems) {
    boolean others = kind.equals("Secret") && MADE_BY_OTHERS.contains(name);
    if (!others && manifests.find(kind, name).isEmpty()) {
      problems.add("%s: there is no %s/%s".formatted(workload.title(), kind, name));
    }
  }
}
