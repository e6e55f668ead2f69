package dev.shardline.cli.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the services of a stack are started.
 *
 * @param installation what the build made of them
 * @param bootstrapServers of the stack's broker
 * @param objects the object store's directory, which all share
 * @param cores of this machine
 */
record ServicePlans(Installation installation, String bootstrapServers, Path objects, int cores) {

  ServicePlan ingest(int httpPort) {
    return new ServicePlan(
        "ingest",
        installation.ingest(),
        ServiceFlags.INGEST,
        httpPort,
        Map.of(
            "kafka.bootstrap.servers",
            bootstrapServers,
            "ingest.worker-id",
            "ingest",
            "ingest.object-store.directory",
            objects.toString()));
  }

  /** One for each port. */
  List<ServicePlan> transforms(List<Integer> httpPorts) {
    List<ServicePlan> plans = new ArrayList<>();
    for (int httpPort : httpPorts) {
      plans.add(transform("transform-" + (plans.size() + 1), httpPort, slots(httpPorts.size())));
    }
    return plans;
  }

  /** The cores are divided, so that no service waits for a core that another one has. */
  private int slots(int transforms) {
    return Math.max(1, cores / transforms);
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
