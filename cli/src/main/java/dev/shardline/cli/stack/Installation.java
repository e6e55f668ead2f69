package dev.shardline.cli.stack;

import dev.shardline.broker.BrokerDistribution;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build made of the processes of a stack.
 *
 * @param home the project's root directory
 */
public record Installation(Path home) {

  /** The system property by which the launcher tells where the project is. */
  private static final String HOME = "shardline.home";

  /**
   * The root directory that the launcher named.
   *
   * @throws StackException if it named none
   */
  public static Path homeOfProcess() {
    String home = System.getProperty(HOME, "");
    if (home.isEmpty()) {
      throw new StackException(
          "the system property " + HOME + " is not set: start with ./shardline, which sets it");
    }
    return Path.of(home);
  }

  BrokerDistribution broker() {
    try {
      return BrokerDistribution.ofBuild(home);
    } catch (IllegalStateException e) {
      throw new StackException(String.valueOf(e.getMessage()), e);
    }
  }

  Path ingest() {
    return service("ingest-service");
  }

  Path transform() {
    return service("transform-service");
  }

  /**
   * The classes of the transform service and of all that it is made of, as a class path.
   *
   * @throws StackException if they are not built
   */
  public String transformClasses() {
    Path application = transform().resolveSibling("app");
    Path libraries = transform().resolveSibling("lib").resolve("main");
    return application + "/*" + java.io.File.pathSeparator + libraries + "/*";
  }

  /** The transform service's jar, by which it is run. */
  public Path transformJar() {
    return transform();
  }

  /** Libraries that nothing but a benchmark runs, as a class path. */
  String peers() {
    return home.resolve("cli/target/shardline/peers") + "/*";
  }

  Path monitor() {
    return service("monitor-service");
  }

  private Path service(String module) {
    Path jar = home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.isRegularFile(jar)) {
      throw new StackException(
          "no " + jar + ": build it with ./mvnw package -DskipTests -am -pl " + module);
    }
    return jar;
  }
}
