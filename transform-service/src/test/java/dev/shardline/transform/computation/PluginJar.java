package dev.shardline.transform.computation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shardline.transform.Transformation;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A jar as a team would bring it: a transformation that no class of this build knows. */
final class PluginJar {

  private PluginJar() {}

  /**
   * Compiles a transformation that adds one, and packs it with its entry for the service loader.
   */
  static Path write(Path directory, String className, String transformName) throws IOException {
    compile(
        directory,
        className,
        """
        public class %s implements dev.shardline.transform.Transformation {
          public String name() { return "%s"; }
          public java.math.BigInteger apply(
              long number, dev.shardline.transform.CancellationToken token) {
            return java.math.BigInteger.valueOf(number + 1);
          }
        }
        """
            .formatted(className, transformName));
    Path jar = directory.resolve(className + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      out.putNextEntry(new JarEntry(className + ".class"));
      out.write(Files.readAllBytes(directory.resolve(className + ".class")));
      out.putNextEntry(new JarEntry("META-INF/services/" + Transformation.class.getName()));
      out.write(className.getBytes(UTF_8));
    }
    Files.delete(directory.resolve(className + ".class"));
    return jar;
  }

  private static void compile(Path directory, String className, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classPath =
        Path.of(Transformation.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .toString();
    SimpleJavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + className + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options = List.of("-d", directory.toString(), "-cp", classPath);
    if (!compiler.getTask(null, null, null, options, null, List.of(file)).call()) {
      throw new IllegalStateException(className + " does not compile");
    }
  }
}
