package dev.shardline.transform.computation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.transform.Transformation;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformationsTest {

  private static final List<Transformation> OWN = List.of(new FactorialSumTransformation());

  @TempDir private Path plugins;

  @Test
  void findsByName() {
    Transformation a = StubTransformation.of("a", BigInteger::valueOf);
    Transformation b = StubTransformation.of("b", BigInteger::valueOf);

    Transformations transformations = new Transformations(List.of(b, a));

    assertThat(transformations.find("a")).containsSame(a);
    assertThat(transformations.find("c")).isEmpty();
    assertThat(transformations.names()).containsExactly("a", "b");
  }

  @Test
  void findsThoseOfThePluginsBesideItsOwn() throws Exception {
    PluginJar.write(plugins, "AddOne", "add-one");
    PluginJar.write(plugins, "AddOneToo", "add-one-too");

    Transformations transformations = Transformations.installed(OWN, Optional.of(plugins));

    assertThat(transformations.names()).contains("factorial-sum", "add-one", "add-one-too");
    assertThat(transformations.find("add-one").orElseThrow().apply(41, () -> false))
        .isEqualTo(BigInteger.valueOf(42));
  }

  @Test
  void takesNothingButJarsForPlugins() throws IOException {
    Files.writeString(plugins.resolve("README.txt"), "what these are", UTF_8);

    assertThat(Transformations.installed(OWN, Optional.of(plugins)).names())
        .contains("factorial-sum");
  }

  @Test
  void refusesTwoOfOneName() throws IOException {
    PluginJar.write(plugins, "Another", "factorial-sum");

    assertThatThrownBy(() -> Transformations.installed(OWN, Optional.of(plugins)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "two transformations are named factorial-sum",
            FactorialSumTransformation.class.getName(),
            "Another");
  }

  @Test
  void namesTheSettingWhoseDirectoryIsMissing() {
    Path missing = plugins.resolve("missing");

    assertThatThrownBy(() -> Transformations.installed(OWN, Optional.of(missing)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("transform.plugins=" + missing + ": expected a directory of jars");
  }

  @Test
  void refusesAPluginThatNamesAClassItDoesNotHave() throws IOException {
    try (var jar = new JarOutputStream(Files.newOutputStream(plugins.resolve("incomplete.jar")))) {
      jar.putNextEntry(new JarEntry("META-INF/services/" + Transformation.class.getName()));
      jar.write("team.Missing".getBytes(UTF_8));
    }

    assertThatThrownBy(() -> Transformations.installed(OWN, Optional.of(plugins)))
        .isInstanceOf(ServiceConfigurationError.class)
        .hasMessageContaining("team.Missing");
  }
}
