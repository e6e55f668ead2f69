package dev.shardline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmCommandTest {

  @TempDir private Path directory;

  @Test
  void givesAChildWhatTheManifestOfItsJarAsksFor() throws IOException {
    Path jar =
        jar(
            Map.of(
                "Main-Class", "a.Main",
                "Add-Opens", "java.base/java.lang java.base/java.util",
                "Enable-Native-Access", "ALL-UNNAMED"));

    JvmCommand command = JvmCommand.ofJar(List.of("-Xmx64m"), jar, List.of("x"), Map.of());

    assertThat(command.mainClass()).isEqualTo("a.Main");
    assertThat(command.options())
        .containsExactly(
            "-Xmx64m",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");
  }

  @Test
  void givesNothingThatTheManifestDoesNotAskFor() throws IOException {
    Path jar = jar(Map.of("Main-Class", "a.Main"));

    assertThat(JvmCommand.ofJar(List.of(), jar, List.of(), Map.of()).options()).isEmpty();
  }

  @Test
  void refusesAJarThatCannotBeRun() throws IOException {
    Path jar = jar(Map.of());

    assertThatThrownBy(() -> JvmCommand.ofJar(List.of(), jar, List.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(jar + " names no main class");
  }

  private Path jar(Map<String, String> attributes) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.forEach(manifest.getMainAttributes()::putValue);
    Path jar = directory.resolve("some.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
