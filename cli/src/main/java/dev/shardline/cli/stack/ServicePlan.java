package dev.shardline.cli.stack;

import dev.shardline.process.AotCache;
import dev.shardline.process.JvmCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a service is started.
 *
 * @param name in logs, in results and for people
 * @param jar the Quarkus application's jar
 * @param flags options of the JVM
 * @param httpPort where its health is told, on loopback
 * @param configuration of the service
 */
record ServicePlan(
    String name, Path jar, List<String> flags, int httpPort, Map<String, String> configuration) {

  ServicePlan {
    flags = List.copyOf(flags);
    configuration = Map.copyOf(configuration);
  }

  /**
   * The same with more.
   *
   * @param moreFlags behind those there are
   * @param settings beside those there are, and in place of those of the same name
   */
  ServicePlan with(List<String> moreFlags, Map<String, String> settings) {
    List<String> allFlags = new ArrayList<>(flags);
    allFlags.addAll(moreFlags);
    Map<String, String> all = new HashMap<>(configuration);
    all.putAll(settings);
    return new ServicePlan(name, jar, allFlags, httpPort, all);
  }

  /**
   * The command line, with the AOT cache of its jar if there is one that fits.
   *
   * @param scratch for what libraries unpack or cache, which would stay behind elsewhere
   */
  JvmCommand command(Path scratch) {
    return cache().usedBy(plain(scratch));
  }

  /** Where what it loads is kept for its next starts. */
  AotCache cache() {
    return AotCache.beside(jar);
  }

  /** The command line without an AOT cache. */
  JvmCommand plain(Path scratch) {
    List<String> options = new ArrayList<>(flags);
    options.add("-Djava.io.tmpdir=" + scratch);
    options.add("-Dquarkus.http.host=127.0.0.1");
    options.add("-Dquarkus.http.port=" + httpPort);
    // System properties, which win over variables of the environment that somebody has set.
    configuration.forEach((key, value) -> options.add("-D" + key + "=" + value));
    return JvmCommand.ofJar(options, jar, List.of(), ServiceFlags.ENVIRONMENT);
  }
}
