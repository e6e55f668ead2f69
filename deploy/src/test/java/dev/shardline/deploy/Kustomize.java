package dev.shardline.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Renders manifests as {@code kubectl apply -k} does. */
final class Kustomize {

  private static final boolean PRESENT = isThere();

  private Kustomize() {}

  /** Whether kubectl is installed. Where it is not, one line says what is not checked. */
  static boolean present() {
    return PRESENT;
  }

  /** The rendered YAML of a directory with a {@code kustomization.yaml}. */
  static String render(Path directory) {
    return run(List.of("kubectl", "kustomize", directory.toAbsolutePath().normalize().toString()));
  }

  private static boolean isThere() {
    try {
      run(List.of("kubectl", "version", "--client"));
      return true;
    } catch (UncheckedIOException e) {
      System.err.println("kubectl is not installed: no overlay is rendered, and none is checked");
      return false;
    }
  }

  private static String run(List<String> command) {
    try {
      Path errors = Files.createTempFile("kubectl", ".txt");
      try {
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
          throw new AssertionError(String.join(" ", command) + ": " + Files.readString(errors));
        }
        return output;
      } finally {
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
