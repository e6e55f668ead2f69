package dev.shardline.cli.stack;

import dev.shardline.broker.LocalBroker;
import dev.shardline.cli.cluster.ClusterSettings;
import dev.shardline.process.ChildJvm;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A broker and the services, running and ready. Whoever owns the {@link ClosingStack} ends it. */
public final class LocalStack {

  private final StackDirectory directory;
  private final LocalBroker broker;
  private final String brokerVersion;
  private final Service ingest;
  private final List<Service> transforms;
  private final Optional<Service> monitor;
  private final int slots;

  /**
   * @param brokerVersion which Kafka the broker is
   * @param slots how many shards each transform service computes at a time
   */
  LocalStack(
      StackDirectory directory,
      LocalBroker broker,
      String brokerVersion,
      Service ingest,
      List<Service> transforms,
      Optional<Service> monitor,
      int slots) {
    this.directory = directory;
    this.broker = broker;
    this.brokerVersion = brokerVersion;
    this.ingest = ingest;
    this.monitor = monitor;
    this.slots = slots;
    this.transforms = new CopyOnWriteArrayList<>(transforms);
  }

  /**
   * Starts everything and returns when all of it takes work.
   *
   * @param closing owns every process and file from its first moment, also while this runs
   * @param listener hears of each step
   * @throws StackException if a part cannot be started
   * @throws java.util.concurrent.CancellationException if {@code closing} is closed meanwhile
   */
  public static LocalStack start(
      StackSettings settings, ClosingStack closing, StepListener listener)
      throws InterruptedException {
    int port = settings.port();
    if (port == 0) {
      port = Ports.free(1).getFirst();
    } else {
      Ports.requireFree(port);
    }
    StackDirectory directory = closing.own("", () -> StackDirectory.of(settings.data()));
    try {
      return new StackStart(new Installation(settings.home()), directory, closing, listener)
          .run(settings, port);
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
    return brokerVersion;
  }

  /** Where topics, objects and logs are. */
  public Path directory() {
    return directory.path();
  }

  /** Whether that stays after the stack. */
  public boolean isKept() {
    return directory.isKept();
  }

  /** The ingest service. */
  public Service ingest() {
    return ingest;
  }

  /** The transform services that are part of the stack. */
  public List<Service> transforms() {
    return List.copyOf(transforms);
  }

  /** Where a browser finds what goes on; empty: nobody watches. */
  public Optional<URI> page() {
    return monitor.map(service -> service.health().resolve("/"));
  }

  /** How many shards each transform service computes at a time. */
  public int slots() {
    return slots;
  }

  /** Lets a transform service finish what it computes; it is no part of the stack any more. */
  public void drain(Service transform) throws InterruptedException {
    transforms.remove(transform);
    transform.drain();
  }

  /**
   * Ends the services without draining. Without their broker they can neither answer nor
   * acknowledge, so a drain would wait in vain; what they computed is computed again.
   */
  void killServices() {
    ingest.jvm().kill();
    transforms.forEach(transform -> transform.jvm().kill());
    monitor.ifPresent(service -> service.jvm().kill());
  }

  /** The broker's process. */
  ChildJvm brokerJvm() {
    return broker.jvm();
  }

  /**
   * Checks that every process runs.
   *
   * @throws StackException if one has ended; with the last lines of its output
   */
  public void requireAlive() {
    try {
      jvms().forEach(ChildJvm::requireAlive);
    } catch (IllegalStateException e) {
      throw failed(e, directory);
    }
  }

  /** Tells of each process that ends, in a thread for each. */
  void onExit(Consumer<ChildJvm> listener) {
    jvms()
        .forEach(jvm ->
            Thread.startVirtualThread(() -> {
              jvm.handle().onExit().join();
              listener.accept(jvm);
            }));
  }

  private Stream<ChildJvm> jvms() {
    return Stream.of(
            Stream.of(broker.jvm(), ingest.jvm()),
            transforms.stream().map(Service::jvm),
            monitor.stream().map(Service::jvm))
        .flatMap(each -> each);
  }

  /** Where a process's output is, or how to have it the next time. */
  String logHint() {
    return directory.logHint();
  }

  private static StackException failed(RuntimeException e, StackDirectory directory) {
    return new StackException(e.getMessage() + "\n" + directory.logHint(), e);
  }
}
