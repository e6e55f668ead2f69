package dev.shardline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commands a cache is offered to; that JVMs start from it is for the system tests. */
class AotCacheTest {

  private static final FileTime RECORDED = FileTime.fromMillis(1_700_000_000_000L);

  @TempDir private Path directory;

  private Path jar = Path.of("");
  private Path library = Path.of("");

  @BeforeEach
  void build() throws IOException {
    jar = directory.resolve("run.jar");
    library = directory.resolve("lib.jar");
    write(jar, "lib.jar");
    write(library, "");
  }

  @Test
  void liesBesideTheJar() {
    assertThat(AotCache.beside(jar).file()).isEqualTo(directory.resolve("run.aot"));
  }

  @Test
  void isUsedByTheCommandItWasRecordedFor() throws IOException {
    AotCache cache = recorded(command("-Xmx64m"));

    assertThat(cache.usedBy(command("-Xmx64m")).options())
        .startsWith("-Xmx64m")
        .contains("-XX:AOTCache=" + cache.file());
  }

  @Test
  void isUsedWhateverTheSystemProperties() throws IOException {
    AotCache cache = recorded(command("-Xmx64m", "-Dport=1"));

    assertThat(cache.fits(command("-Xmx64m", "-Dport=2"))).isTrue();
  }

  @Test
  void isOfNoUseToOtherFlags() throws IOException {
    AotCache cache = recorded(command("-XX:+UseSerialGC"));

    JvmCommand other = command("-XX:+UseG1GC");
    assertThat(cache.usedBy(other)).isEqualTo(other);
  }

  @Test
  void isOfNoUseAfterAJarChanged() throws IOException {
    AotCache cache = recorded(command());

    Files.setLastModifiedTime(jar, FileTime.fromMillis(RECORDED.toMillis() + 1));

    assertThat(cache.fits(command())).isFalse();
  }

  @Test
  void isOfNoUseAfterAJarChangedThatTheManifestNames() throws IOException {
    AotCache cache = recorded(command());

    write(library, "more.jar");

    assertThat(cache.fits(command())).isFalse();
  }

  @Test
  void isOfNoUseToAnotherJdk() throws IOException {
    AotCache cache = recorded(command());
    Path key = directory.resolve("run.aot.key");

    Files.writeString(key, "24" + Files.readString(key));

    assertThat(cache.fits(command())).isFalse();
  }

  @Test
  void isNotUsedWhereItIsMissing() {
    assertThat(AotCache.beside(jar).usedBy(command())).isEqualTo(command());
  }

  @Test
  void isNotReplacedByARecordingThatFailed() throws IOException {
    AotCache cache = recorded(command());

    assertThat(cache.adopt(command("-Xmx1m"))).isFalse();
    assertThat(cache.fits(command())).isTrue();
  }

  @Test
  void tellsTheLauncherTheJdkInItsFirstLine() throws IOException {
    recorded(command());

    assertThat(Files.readAllLines(directory.resolve("run.aot.key")).getFirst())
        .isEqualTo(System.getProperty("java.runtime.version"));
  }

  private AotCache recorded(JvmCommand command) throws IOException {
    AotCache cache = AotCache.beside(jar);
    String output =
        cache.recordedBy(command).options().stream()
            .filter(option -> option.startsWith("-XX:AOTCacheOutput="))
            .findFirst()
            .orElseThrow();
    Files.writeString(Path.of(output.substring(output.indexOf('=') + 1)), "recorded");
    assertThat(cache.adopt(command)).isTrue();
    return cache;
  }

  private JvmCommand command(String... options) {
    return new JvmCommand(List.of(options), jar.toString(), "Main", List.of(), Map.of());
  }

  private static void write(Path jar, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!classPath.isEmpty()) {
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.finish();
    }
    Files.setLastModifiedTime(jar, RECORDED);
  }
}
