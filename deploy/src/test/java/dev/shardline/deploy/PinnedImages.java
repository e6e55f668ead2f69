package dev.shardline.deploy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every image says which of them it is: by a digest, or a tag that is a version. */
final class PinnedImages implements Check {

  private static final Pattern PINNED =
      Pattern.compile(
          "[^:@\\s]+(:[0-9]+/[^:@\\s]+)?(:v?[0-9][^:@/\\s]*|(:[^:@/\\s]+)?@sha256:[0-9a-f]{64})");

  @Override
  public List<String> problems(Manifests manifests) {
    return manifests
        .workloads()
        .flatMap(workload ->
            workload
                .containers()
                .flatMap(container ->
                    problem(workload.title(), container.path("image").asText()).stream()))
        .toList();
  }

  /** The same of an image that is named elsewhere. */
  static Optional<String> problem(String title, String image) {
    return PINNED.matcher(image).matches()
        ? Optional.empty()
        : Optional.of("%s: image %s has no version".formatted(title, image));
  }
}
