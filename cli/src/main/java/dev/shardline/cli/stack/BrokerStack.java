package dev.shardline.cli.stack;

import dev.shardline.broker.LocalBroker;
import dev.shardline.cli.cluster.ClusterSettings;
import dev.shardline.process.ChildJvm;
import dev.shardline.process.JvmCommand;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A broker with the topics and nothing else at first: services, and JVMs to compare them with, come
 * and go as its user says. Whoever owns the {@link ClosingStack} ends it. Not thread-safe.
 */
public final class BrokerStack {

  private final Installation installation;
  private final StackDirectory directory;
  private final ClosingStack closing;
  private final StackStart start;
  private final LocalBroker broker;
  private final Services services;

  private BrokerStack(
      Installation installation,
      StackDirectory directory,
      ClosingStack closing,
      StackStart start,
      LocalBroker broker,
      Services services) {
    this.installation = installation;
    this.directory = directory;
    this.closing = closing;
    this.start = start;
    this.broker = broker;
    this.services = services;
  }

  /**
   * Starts a broker on a free port, with the topics and the share group's settings; nothing stays.
   *
   * @param home the project's root directory, with what its build made
   * @param closing owns every process and file from its first moment, also while this runs
   * @param listener hears of each step
   * @throws StackException if the broker cannot be started
   * @throws java.util.concurrent.CancellationException if {@code closing} is closed meanwhile
   */
  public static BrokerStack start(Path home, ClosingStack closing, StepListener listener)
      throws InterruptedException {
    Installation installation = new Installation(home);
    List<Integer> ports = Ports.free(2);
    StackDirectory directory = closing.own("", () -> StackDirectory.of(null));
    StackStart start = new StackStart(installation, directory, closing, listener);
    try {
      LocalBroker broker = start.launchBroker(ports.getFirst(), ports.getLast());
      Services services = closing.own("services drained", Services::new);
      start.awaitReady(broker);
      StackStart.setUpTopics(broker);
      return new BrokerStack(installation, directory, closing, start, broker, services);
    } catch (IllegalStateException | UncheckedIOException e) {
      throw failed(e, directory);
    }
  }

  /** How clients reach its broker. */
  public ClusterSettings cluster() {
    return ClusterSettings.of(broker.bootstrapServers());
  }

  /** Which Kafka its broker is. */
  public String brokerVersion() {
    return installation.broker().version();
  }

  /**
   * Starts transform services of one slot each, named from {@code transform-1} on, and returns when
   * all of them take shards.
   *
   * @throws StackException if one cannot be started
   */
  public List<Service> startTransforms(int count) throws InterruptedException {
    return startTransforms(count, 1);
  }

  /**
   * The same with more slots.
   *
   * @param slots how many shards each computes at a time, 1 or above
   */
  public List<Service> startTransforms(int count, int slots) throws InterruptedException {
    List<Service> started = new ArrayList<>();
    try {
      for (ServicePlan plan : plans().transforms(Ports.free(count), slots)) {
        started.add(start.start(plan, services));
      }
      for (Service service : started) {
        service.awaitReady();
      }
      return List.copyOf(started);
    } catch (IllegalStateException | UncheckedIOException e) {
      throw failed(e, directory);
    }
  }

  /**
   * Starts a transform service of one slot, and returns when it takes shards.
   *
   * @param settings beside the usual ones, and in place of those of the same name
   * @throws StackException if it cannot be started
   */
  public Service startTransform(Map<String, String> settings) throws InterruptedException {
    Service service = launchTransform(List.of(), settings);
    try {
      service.awaitReady();
      return service;
    } catch (IllegalStateException e) {
      throw failed(e, directory);
    }
  }

  /**
   * Starts the process of a transform service of one slot, and returns at once.
   *
   * @param flags of its JVM, behind the usual ones
   * @param settings beside the usual ones, and in place of those of the same name
   * @throws StackException if it cannot be started
   */
  public Service launchTransform(List<String> flags, Map<String, String> settings) {
    ServicePlan usual = plans().transforms(Ports.free(1), 1).getFirst();
    try {
      return start.start(usual.with(flags, settings), services);
    } catch (UncheckedIOException e) {
      throw failed(e, directory);
    }
  }

  /**
   * Starts an ingest service that may fetch from this machine, and returns when it takes requests.
   *
   * @throws StackException if it cannot be started
   */
  public Service startIngest(IngestWorkers workers) throws InterruptedException {
    try {
      Service ingest = start.start(plans().ingest(Ports.free(1).getFirst(), workers), services);
      ingest.awaitReady();
      return ingest;
    } catch (IllegalStateException | UncheckedIOException e) {
      throw failed(e, directory);
    }
  }

  /**
   * Starts a JVM with the flags of a transform service on the class path of this process.
   *
   * @param name what it is called in errors
   * @throws StackException if it cannot be started
   */
  public ChildJvm startBeside(String name, Class<?> mainClass, List<String> arguments) {
    return startBeside(name, System.getProperty("java.class.path"), mainClass, arguments);
  }

  /**
   * The same with the libraries in front that are only there to be compared with, and with the
   * versions that they need.
   *
   * @throws StackException if it cannot be started
   */
  public ChildJvm startPeer(String name, Class<?> mainClass, List<String> arguments) {
    String classPath =
        installation.peers() + File.pathSeparator + System.getProperty("java.class.path");
    return startBeside(name, classPath, mainClass, arguments);
  }

  /** The broker's process. */
  public ProcessHandle brokerProcess() {
    return broker.jvm().handle();
  }

  /** Lets a service finish what it works on, and returns when it is gone. */
  public void drain(Service service) throws InterruptedException {
    service.drain();
  }

  /**
   * Checks that the broker runs, and that a process beside it runs or has done its work.
   *
   * @throws StackException if one has failed; with the last lines of its output
   */
  public void requireWell(ChildJvm worker) {
    try {
      broker.jvm().requireAlive();
      if (!worker.isAlive() && worker.exitCode() != 0) {
        worker.requireAlive();
      }
    } catch (IllegalStateException e) {
      throw failed(e, directory);
    }
  }

  private ChildJvm startBeside(
      String name, String classPath, Class<?> mainClass, List<String> arguments) {
    JvmCommand command =
        new JvmCommand(ServiceFlags.TRANSFORM, classPath, mainClass.getName(), arguments, Map.of());
    try {
      return closing.own("", () -> ChildJvm.start(name, command, directory.log(name)));
    } catch (UncheckedIOException e) {
      throw failed(e, directory);
    }
  }

  private ServicePlans plans() {
    return new ServicePlans(installation, broker.bootstrapServers(), directory.objects());
  }

  private static StackException failed(RuntimeException e, StackDirectory directory) {
    return new StackException(e.getMessage() + "\n" + directory.logHint(), e);
  }
}
