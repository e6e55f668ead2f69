package dev.shardline.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What is rendered and checked: the overlays, and components in other combinations. */
enum Overlay {
  DEV("overlays/dev", ""),
  PRODUCTION("overlays/production", ""),
  BASE("base", ""),
  /** For clusters without KEDA. */
  HPA("base", "kafka-tls-sasl,s3-storage,scaling-hpa,monitoring"),
  KAFKA_TLS_SASL("base", "kafka-tls-sasl"),
  S3_STORAGE("base", "s3-storage"),
  MONITORING("base", "monitoring");

  private static final Map<Overlay, Manifests> RENDERED = new ConcurrentHashMap<>();

  private final String base;
  private final String components;

  Overlay(String base, String components) {
    this.base = base;
    this.components = components;
  }

  /** The rendered objects: a copy, to be changed at will. */
  Manifests manifests() {
    return RENDERED
        .computeIfAbsent(
            this, overlay -> Manifests.parse(overlay.name(), Kustomize.render(overlay.directory())))
        .copy();
  }

  /** Whether all is in it that is deployed, and nothing is left to an overlay. */
  boolean isComplete() {
    return this == DEV || this == PRODUCTION;
  }

  private Path directory() {
    Path deploy = Repository.path("deploy");
    if (components.isEmpty()) {
      return deploy.resolve(base);
    }
    Path directory = deploy.resolve("target/kustomize").resolve(name());
    String lines =
        Arrays.stream(components.split(",", -1))
            .map(component -> "  - ../../../components/" + component + "\n")
            .collect(Collectors.joining());
    try {
      Files.createDirectories(directory);
      Files.writeString(
          directory.resolve("kustomization.yaml"),
          """
          apiVersion: kustomize.config.k8s.io/v1beta1
          kind: Kustomization
          namespace: shardline
          resources:
            - ../../../%s
          components:
          %s\
          """
              .formatted(base, lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return directory;
  }
}
