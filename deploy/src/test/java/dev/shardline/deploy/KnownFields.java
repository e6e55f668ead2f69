package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Every object is of a known kind, and has no field that its kind has not. */
final class KnownFields implements Check {

  private static final List<Kinds> ALL =
      List.of(new StrimziKinds(), new SchemaKinds(), new KubernetesKinds());

  /** A family of kinds. */
  interface Kinds {

    /** Whether an object of this version is one of them. */
    boolean have(String apiVersion);

    /** What is wrong with an object of them. */
    Optional<String> problem(JsonNode object);
  }

  @Override
  public List<String> problems(Manifests manifests) {
    return manifests.objects().stream()
        .flatMap(object ->
            kinds(object)
                .problem(object)
                .map(problem -> Manifests.title(object) + ": " + problem)
                .stream())
        .toList();
  }

  private static Kinds kinds(JsonNode object) {
    String apiVersion = object.path("apiVersion").asText();
    return ALL.stream().filter(kinds -> kinds.have(apiVersion)).findFirst().orElseThrow();
  }
}
