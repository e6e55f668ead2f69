package dev.shardline.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * What a child JVM runs, on the JDK of this process.
 *
 * @param options options of the JVM itself, such as {@code -Xmx64m}
 * @param classPath the class path, in the platform's form
 * @param mainClass the class to run
 * @param arguments its arguments
 * @param environment variables in addition to those of this process
 */
public record JvmCommand(
    List<String> options,
    String classPath,
    String mainClass,
    List<String> arguments,
    Map<String, String> environment) {

  public JvmCommand {
    options = List.copyOf(options);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /**
   * Runs an executable jar, as {@code java -jar} would: with the main class, the opened packages
   * and the access to native code of its manifest.
   *
   * @throws UncheckedIOException if the jar cannot be read
   * @throws IllegalArgumentException if it names no main class
   */
  public static JvmCommand ofJar(
      List<String> options, Path jar, List<String> arguments, Map<String, String> environment) {
    Attributes manifest = manifest(jar);
    String mainClass = manifest.getValue(Attributes.Name.MAIN_CLASS);
    if (mainClass == null) {
      throw new IllegalArgumentException(jar + " names no main class");
    }
    List<String> all = new ArrayList<>(options);
    String opened = manifest.getValue("Add-Opens");
    if (opened != null) {
      for (String modulePackage : opened.strip().split("\\s+", -1)) {
        all.add("--add-opens=" + modulePackage + "=ALL-UNNAMED");
      }
    }
    String nativeAccess = manifest.getValue("Enable-Native-Access");
    if (nativeAccess != null) {
      all.add("--enable-native-access=" + nativeAccess.strip());
    }
    return new JvmCommand(all, jar.toString(), mainClass, arguments, environment);
  }

  /** The same with further options of the JVM. */
  public JvmCommand withOptions(List<String> further) {
    List<String> all = new ArrayList<>(options);
    all.addAll(further);
    return new JvmCommand(all, classPath, mainClass, arguments, environment);
  }

  private static Attributes manifest(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + jar + ": is it built?", e);
    }
  }

  List<String> line() {
    List<String> line = new ArrayList<>();
    // A terminal sends Ctrl-C to every process of its foreground group. The parent alone may act on
    // it, so that the services drain before their broker goes; a JVM leaves ignored signals
    // ignored.
    line.addAll(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    line.addAll(List.of("-cp", wholeClassPath()));
    line.add(AttachedMain.class.getName());
    line.add(mainClass);
    line.addAll(arguments);
    return line;
  }

  /** That of the child, then that of {@link AttachedMain}. */
  String wholeClassPath() {
    return classPath + java.io.File.pathSeparator + ownClassPath();
  }

  private static String ownClassPath() {
    return Path.of(
            java.net.URI.create(
                AttachedMain.class.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
