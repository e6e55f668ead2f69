package dev.shardline.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

  List<String> line() {
    List<String> line = new ArrayList<>();
    // A terminal sends Ctrl-C to every process of its foreground group. The parent alone may act on
    // it, so that the services drain before their broker goes; a JVM leaves ignored signals
    // ignored.
    line.addAll(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    // Behind the child's own class path, so that an AOT cache recorded for that one still fits.
    line.addAll(List.of("-cp", classPath + java.io.File.pathSeparator + ownClassPath()));
    line.add(AttachedMain.class.getName());
    line.add(mainClass);
    line.addAll(arguments);
    return line;
  }

  private static String ownClassPath() {
    return Path.of(
            java.net.URI.create(
                AttachedMain.class.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
