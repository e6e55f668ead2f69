package dev.shardline.cli.stack;

import dev.shardline.broker.LocalBroker;
import dev.shardline.cli.cluster.ClusterSettings;
import dev.shardline.process.ChildJvm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stack whose services record what they load, for their AOT caches: it is started, given work,
 * and ended. Those whose cache still fits have no part in it. Not thread-safe.
 */
public final class CacheTraining {

  /** Writing a cache takes a JVM of its own, on cores that others may have. */
  private static final Duration LONGEST_WRITING = Duration.ofMinutes(5);

  /** What a browser and Prometheus ask a service for. */
  private static final List<String> PATHS =
      List.of("/", "/api/overview", "/api/stream", "/q/metrics", "/q/health/live");

  private static final int HTTP_TIMEOUT_MILLIS = 10_000;

  private record Trainee(ServicePlan plan, Service service) {}

  private final StackDirectory directory;
  private final LocalBroker broker;
  private final List<Trainee> trainees;

  private CacheTraining(StackDirectory directory, LocalBroker broker, List<Trainee> trainees) {
    this.directory = directory;
    this.broker = broker;
    this.trainees = trainees;
  }

  /**
   * Starts a broker, and those of the services whose cache does not fit; returns when they take
   * work.
   *
   * @param home the project's root directory, with what its build made
   * @param modules the services: {@code ingest-service}, {@code transform-service}, {@code
   *     monitor-service}
   * @param closing owns every process and file from its first moment, also while this runs
   * @param listener hears of each step
   * @throws StackException if a part cannot be started
   */
  public static CacheTraining start(
      Path home, Set<String> modules, ClosingStack closing, StepListener listener)
      throws InterruptedException {
    Installation installation = new Installation(home);
    List<Integer> ports = Ports.free(5);
    StackDirectory directory = closing.own("", () -> StackDirectory.of(null));
    try {
      StackStart start = new StackStart(installation, directory, closing, listener);
      LocalBroker broker = start.launchBroker(ports.get(0), ports.get(1));
      start.awaitReady(broker);
      StackStart.setUpTopics(broker);
      List<Trainee> trainees = new ArrayList<>();
      ServicePlans plans =
          new ServicePlans(installation, broker.bootstrapServers(), directory.objects());
      for (ServicePlan plan : plans(plans, modules, ports)) {
        if (plan.cache().fits(plan.plain(directory.scratch()))) {
          plan.cache().touch();
        } else {
          trainees.add(new Trainee(plan, record(plan, directory, closing)));
        }
      }
      for (Trainee trainee : trainees) {
        trainee.service().awaitReady();
        listener.done(trainee.service().name(), Duration.ZERO);
      }
      return new CacheTraining(directory, broker, List.copyOf(trainees));
    } catch (IllegalStateException | UncheckedIOException e) {
      throw new StackException(e.getMessage() + "\n" + directory.logHint(), e);
    }
  }

  /** How clients reach its broker. */
  public ClusterSettings cluster() {
    return ClusterSettings.of(broker.bootstrapServers());
  }

  /** Whether it has a service of this name, such as {@code transform-1}. */
  public boolean has(String service) {
    return trainees.stream().anyMatch(trainee -> trainee.plan().name().equals(service));
  }

  /** What a source request may ask for, if there is an ingest service: its own health. */
  public Optional<URI> source() {
    return trainees.stream()
        .map(Trainee::service)
        .filter(service -> service.name().equals("ingest"))
        .map(Service::health)
        .findFirst();
  }

  /**
   * Asks for what browsers and Prometheus ask for, ends the services, and keeps what they recorded.
   *
   * @return the services that recorded nothing, for a reason that is in their output
   */
  public List<String> finish() throws InterruptedException {
    trainees.forEach(trainee -> PATHS.forEach(path -> get(trainee.service(), path)));
    trainees.forEach(trainee -> trainee.service().jvm().terminate());
    List<String> failed = new ArrayList<>();
    for (Trainee trainee : trainees) {
      ServicePlan plan = trainee.plan();
      boolean ended = trainee.service().jvm().awaitExit(LONGEST_WRITING);
      if (!ended || !plan.cache().adopt(plan.plain(directory.scratch()))) {
        failed.add(plan.name() + ":\n" + trainee.service().jvm().lastLines(15));
      }
    }
    return failed;
  }

  private static List<ServicePlan> plans(
      ServicePlans plans, Set<String> modules, List<Integer> ports) {
    List<ServicePlan> wanted = new ArrayList<>();
    if (modules.contains("ingest-service")) {
      wanted.add(plans.ingest(ports.get(2), true));
    }
    if (modules.contains("transform-service")) {
      wanted.addAll(plans.transforms(List.of(ports.get(3)), 1));
    }
    if (modules.contains("monitor-service")) {
      wanted.add(plans.monitor(ports.get(4)));
    }
    return wanted;
  }

  private static Service record(ServicePlan plan, StackDirectory directory, ClosingStack closing) {
    ChildJvm jvm =
        closing.own(
            "",
            () ->
                ChildJvm.start(
                    plan.name(),
                    plan.cache().recordedBy(plan.plain(directory.scratch())),
                    directory.log(plan.name())));
    return Service.of(jvm, plan.httpPort());
  }

  private static void get(Service service, String path) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) service.health().resolve(path).toURL().openConnection();
      connection.setConnectTimeout(HTTP_TIMEOUT_MILLIS);
      connection.setReadTimeout(HTTP_TIMEOUT_MILLIS);
      try (InputStream body = connection.getInputStream()) {
        // The first of it: a stream of events has no end.
        var _ = body.read();
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      // Not every service has every path, and what is not asked for is only not recorded.
    }
  }
}
