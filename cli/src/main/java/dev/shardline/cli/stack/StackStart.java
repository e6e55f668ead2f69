package dev.shardline.cli.stack;

import dev.shardline.broker.BrokerSettings;
import dev.shardline.broker.LocalBroker;
import dev.shardline.cli.cluster.Cluster;
import dev.shardline.cli.cluster.ClusterSettings;
import dev.shardline.cli.topics.TopicLayout;
import dev.shardline.cli.topics.TopicSetup;
import dev.shardline.process.ChildJvm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts the parts of a stack, each as soon as what it needs is there. */
final class StackStart {

  /** The broker is up, and shares a few cores with all the services that start meanwhile. */
  private static final Duration SLOWEST_ANSWER = Duration.ofMinutes(1);

  /** Where a person would look for the page. */
  private static final int MONITOR_PORT = 8083;

  private final Installation installation;
  private final StackDirectory directory;
  private final ClosingStack closing;
  private final Stopwatch stopwatch;

  StackStart(
      Installation installation,
      StackDirectory directory,
      ClosingStack closing,
      StepListener listener) {
    this.installation = installation;
    this.directory = directory;
    this.closing = closing;
    this.stopwatch = new Stopwatch(listener);
  }

  /**
   * Starts all of it, and returns when it is ready.
   *
   * @param port where the broker listens, free now
   */
  LocalStack run(StackSettings settings, int port) throws InterruptedException {
    int transforms = settings.transforms();
    List<Integer> free = Ports.free(transforms + 2);
    LocalBroker broker = launchBroker(port, free.get(0));
    Services services = closing.own("services drained", Services::new);
    awaitReady(broker);

    int slots = ServicePlans.slots(Runtime.getRuntime().availableProcessors(), transforms);
    ServicePlans plans =
        new ServicePlans(installation, broker.bootstrapServers(), directory.objects());
    // Their JVMs load classes while the topics are made, which takes a third of the time.
    Service ingest = start(plans.ingest(free.get(1), settings.localSources()), services);
    List<Service> transformServices =
        plans.transforms(free.subList(2, free.size()), slots).stream()
            .map(plan -> start(plan, services))
            .toList();
    Optional<Service> monitor =
        settings.monitored()
            ? Optional.of(start(plans.monitor(Ports.preferred(MONITOR_PORT)), services))
            : Optional.empty();
    setUpTopics(broker);
    stopwatch.lap("topics and share group, while the services start");
    awaitReady(ingest);
    for (Service transform : transformServices) {
      awaitReady(transform);
    }
    if (monitor.isPresent()) {
      awaitReady(monitor.get());
    }
    return new LocalStack(
        directory,
        broker,
        installation.broker().version(),
        ingest,
        transformServices,
        monitor,
        slots);
  }

  /** Starts the broker's process and returns at once. */
  LocalBroker launchBroker(int port, int controllerPort) {
    return closing.own(
        "broker stopped",
        () ->
            LocalBroker.launch(
                installation.broker(),
                new BrokerSettings(directory.broker(), port, controllerPort, Map.of())));
  }

  void awaitReady(LocalBroker broker) throws InterruptedException {
    broker.awaitReady();
    stopwatch.lap("broker");
  }

  Service start(ServicePlan plan, Services services) {
    return services.start(() ->
        Service.of(
            ChildJvm.start(
                plan.name(), plan.command(directory.scratch()), directory.log(plan.name())),
            plan.httpPort()));
  }

  private void awaitReady(Service service) throws InterruptedException {
    service.awaitReady();
    stopwatch.lap(service.name());
  }

  static void setUpTopics(LocalBroker broker) throws InterruptedException {
    ClusterSettings settings = ClusterSettings.of(broker.bootstrapServers());
    try (Cluster cluster = Cluster.connect(settings, SLOWEST_ANSWER)) {
      new TopicSetup(cluster, TopicLayout.DEFAULT).establish();
    }
  }
}
