package dev.shardline.systemtests.fleet;

import dev.shardline.broker.LoopbackPorts;
import dev.shardline.process.JvmCommand;
import dev.shardline.systemtests.work.NotedNap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts services from what the build made of them.
 *
 * @param directory for their logs and objects
 * @param bootstrapServers where their broker is
 */
record Services(Path directory, String bootstrapServers) {

  /** The quick compiler alone: a JVM that is killed every second never gets to the other. */
  private static final List<String> OPTIONS =
      List.of("-Xms32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final String WORKERS_HEAP = "256m";

  private static final String MONITORS_HEAP = "64m";

  ServiceProcess transform(String name, FleetPlan plan, Path plugins) {
    return start(
        "transform-service",
        name,
        WORKERS_HEAP,
        Map.of(
            "TRANSFORM_WORKER_ID",
            name,
            "TRANSFORM_SLOTS",
            Integer.toString(plan.slots()),
            "TRANSFORM_MAX_ATTEMPTS",
            Integer.toString(plan.attempts()),
            "TRANSFORM_PLUGINS",
            plugins.toString(),
            NotedNap.DIRECTORY,
            directory.resolve("notes").toString(),
            "TRANSFORM_OBJECT_STORE_DIRECTORY",
            directory.resolve("objects").toString()));
  }

  ServiceProcess ingest(String name, String heap) {
    return start(
        "ingest-service",
        name,
        heap,
        Map.of(
            "INGEST_WORKER_ID",
            name,
            "INGEST_HTTP_ALLOWED_NETWORKS",
            "127.0.0.1",
            "INGEST_OBJECT_STORE_DIRECTORY",
            directory.resolve("objects").toString()));
  }

  ServiceProcess monitor(String name) {
    return start("monitor-service", name, MONITORS_HEAP, Map.of("MONITOR_INTERVAL", "1s"));
  }

  private ServiceProcess start(
      String module, String name, String heap, Map<String, String> settings) {
    List<String> options = new ArrayList<>(OPTIONS);
    options.add("-Xmx" + heap);
    int port = LoopbackPorts.free();
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    Path home = Path.of(System.getProperty("shardline.home", ".."));
    Path jar = home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    return ServiceProcess.start(
        name,
        JvmCommand.ofJar(options, jar, List.of(), environment),
        directory.resolve(name + ".log"),
        new HealthProbe(port));
  }
}
