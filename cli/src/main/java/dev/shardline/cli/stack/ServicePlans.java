package dev.shardline.cli.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the services of a stack are started.
 *
 * @param installation what the build made of them
 * @param bootstrapServers of the stack's broker
 * @param objects the object store's directory, which all share
 */
record ServicePlans(Installation installation, String bootstrapServers, Path objects) {

  /** How many sources are fetched at once: waiting takes no core. */
  static final int INGEST_WORKERS = 4;

  private static final String LOOPBACK = "127.0.0.0/8,::1";

  /**
   * How many shards each transform service computes at a time: the cores are divided, so that no
   * service waits for a core that another one has.
   *
   * @param cores of this machine
   */
  static int slots(int cores, int transforms) {
    return Math.max(1, cores / transforms);
  }

  /**
   * The ingest service.
   *
   * @param localSources whether sources may be on this machine
   */
  ServicePlan ingest(int httpPort, boolean localSources) {
    Map<String, String> settings = new HashMap<>();
    settings.put("kafka.bootstrap.servers", bootstrapServers);
    settings.put("ingest.workers", Integer.toString(INGEST_WORKERS));
    settings.put("ingest.worker-id", "ingest");
    settings.put("ingest.object-store.directory", objects.toString());
    if (localSources) {
      settings.put("ingest.http.allowed-networks", LOOPBACK);
    }
    return new ServicePlan(
        "ingest", installation.ingest(), ServiceFlags.INGEST, httpPort, settings);
  }

  /** The ingest service with other workers, and sources on this machine. */
  ServicePlan ingest(int httpPort, IngestWorkers workers) {
    ServicePlan usual = ingest(httpPort, true);
    Map<String, String> settings = new HashMap<>(usual.configuration());
    settings.put("ingest.workers", Integer.toString(workers.count()));
    settings.put("ingest.worker-threads", workers.threads());
    return new ServicePlan(usual.name(), usual.jar(), usual.flags(), httpPort, settings);
  }

  /** The monitor service. */
  ServicePlan monitor(int httpPort) {
    return new ServicePlan(
        "monitor",
        installation.monitor(),
        ServiceFlags.MONITOR,
        httpPort,
        Map.of("kafka.bootstrap.servers", bootstrapServers));
  }

  /** One for each port. */
  List<ServicePlan> transforms(List<Integer> httpPorts, int slots) {
    List<ServicePlan> plans = new ArrayList<>();
    for (int httpPort : httpPorts) {
      plans.add(transform("transform-" + (plans.size() + 1), httpPort, slots));
    }
    return plans;
  }

  private ServicePlan transform(String name, int httpPort, int slots) {
    return new ServicePlan(
        name,
        installation.transform(),
        ServiceFlags.TRANSFORM,
        httpPort,
        Map.of(
            "kafka.bootstrap.servers",
            bootstrapServers,
            "transform.slots",
            Integer.toString(slots),
            "transform.worker-id",
            name,
            "transform.object-store.directory",
            objects.toString()));
  }
}
