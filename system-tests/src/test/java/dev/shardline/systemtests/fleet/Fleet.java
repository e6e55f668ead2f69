package dev.shardline.systemtests.fleet;

import dev.shardline.systemtests.work.Notes;
import dev.shardline.systemtests.work.PluginJar;
import dev.shardline.transform.Transformation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A broker and services, all processes of their own, which faults can be done to. */
public final class Fleet implements AutoCloseable {

  private final Path directory;
  private final FleetBroker broker;
  private final List<ServiceProcess> workers = new ArrayList<>();
  private final List<ServiceProcess> ingest = new ArrayList<>();
  private final List<ServiceProcess> monitor = new ArrayList<>();

  private Fleet(Path directory, FleetBroker broker) {
    this.directory = directory;
    this.broker = broker;
  }

  /**
   * Starts a fleet, and returns when its services are ready. Where the tests' broker has to be a
   * container, the test is skipped: a container does not come back on the same port.
   */
  public static Fleet start(Path directory, FleetPlan plan)
      throws IOException, InterruptedException {
    Assumptions.assumeFalse(
        "docker".equalsIgnoreCase(System.getProperty("shardline.test.broker")),
        "skipped: faults need a broker that is a process, and shardline.test.broker=docker");
    Fleet fleet =
        new Fleet(directory, FleetBroker.start(directory.resolve("broker"), brokerSettings(plan)));
    try {
      fleet.launch(plan);
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      fleet.close();
      throw e;
    }
    return fleet;
  }

  /** Where its files are. */
  public Path directory() {
    return directory;
  }

  /** Its broker. */
  public FleetBroker broker() {
    return broker;
  }

  /** Where clients connect. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** What its workers note of the naps they begin. */
  public Notes notes() {
    return new Notes(directory.resolve("notes"));
  }

  /** Its transform service that is a process of that id. */
  public ServiceProcess worker(long process) {
    return workers.stream()
        .filter(worker -> worker.jvm().handle().pid() == process)
        .findFirst()
        .orElseThrow();
  }

  /** Its transform services. */
  public List<ServiceProcess> workers() {
    return List.copyOf(workers);
  }

  /** Its ingest service. */
  public ServiceProcess ingest() {
    return ingest.getFirst();
  }

  /** All its services. */
  public List<ServiceProcess> services() {
    return Stream.of(workers, ingest, monitor).flatMap(List::stream).toList();
  }

  /** Returns when every service is ready. */
  public void awaitReady() {
    services().forEach(ServiceProcess::awaitReady);
  }

  @Override
  public void close() {
    services().forEach(ServiceProcess::retire);
    services().forEach(ServiceProcess::close);
    broker.close();
  }

  private void launch(FleetPlan plan) throws IOException, InterruptedException {
    Files.createDirectories(notes().directory());
    Path plugins = Files.createDirectories(directory.resolve("plugins"));
    for (Class<? extends Transformation> plugin : plan.plugins()) {
      PluginJar.write(plugins.resolve(plugin.getSimpleName() + ".jar"), plugin);
    }
    FleetTopics.create(
        Files.createDirectories(directory.resolve("command")), bootstrapServers(), plan);
    Services services = new Services(directory, bootstrapServers());
    for (int i = 1; i <= plan.workers(); i++) {
      workers.add(services.transform("worker-" + i, plan, plugins));
    }
    if (plan.ingestHeap() != null) {
      ingest.add(services.ingest("ingest", plan.ingestHeap()));
    }
    if (plan.monitored()) {
      monitor.add(services.monitor("monitor"));
    }
    awaitReady();
  }

  private static Map<String, String> brokerSettings(FleetPlan plan) {
    Map<String, String> settings = new HashMap<>(plan.broker());
    // Repeats are evidence: they stay.
    settings.put("log.cleaner.min.compaction.lag.ms", "86400000");
    if (plan.lock() != null) {
      settings.put(
          "group.share.min.record.lock.duration.ms", Long.toString(plan.lock().toMillis()));
    }
    if (plan.session() != null) {
      String session = Long.toString(plan.session().toMillis());
      settings.put("group.share.min.session.timeout.ms", session);
      settings.put("group.consumer.min.session.timeout.ms", session);
      settings.put("group.consumer.session.timeout.ms", session);
    }
    return settings;
  }
}
