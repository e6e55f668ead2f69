package dev.shardline.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Pods have the time to drain: the grace period is longer than preStop and drain together, and the
 * service is told the same grace period.
 */
final class GracePeriods implements Check {

  /** What Kubernetes gives where nothing is said. */
  private static final long DEFAULT_SECONDS = 30;

  @Override
  public List<String> problems(Manifests manifests) {
    List<String> problems = new ArrayList<>();
    for (ServiceUnderTest service : ServiceUnderTest.values()) {
      manifests
          .workload(service.deployment())
          .ifPresent(
              workload -> check(service, workload, workload.environment(manifests), problems));
    }
    return problems;
  }

  private static void check(
      ServiceUnderTest service,
      Workload workload,
      Map<String, String> environment,
      List<String> problems) {
    Duration grace =
        Duration.ofSeconds(
            workload.pod().path("terminationGracePeriodSeconds").asLong(DEFAULT_SECONDS));
    Duration preStop =
        Duration.ofSeconds(
            workload.containers().mapToLong(GracePeriods::preStopSeconds).max().orElse(0));
    Duration needed = preStop.plus(service.drain(environment).orElse(Duration.ZERO));
    if (grace.compareTo(needed) <= 0) {
      problems.add(
          "%s: terminationGracePeriodSeconds %d is not above preStop and drain, %d s"
              .formatted(workload.title(), grace.toSeconds(), needed.toSeconds()));
    }
    String told = service.name().toUpperCase(Locale.ROOT) + "_TERMINATION_GRACE_PERIOD";
    if (environment.containsKey(told)
        && !DurationConverter.parseDuration(environment.get(told)).equals(grace)) {
      problems.add(
          "%s: %s is %s, and terminationGracePeriodSeconds %d"
              .formatted(workload.title(), told, environment.get(told), grace.toSeconds()));
    }
  }

  private static long preStopSeconds(JsonNode container) {
    return container.path("lifecycle").path("preStop").path("sleep").path("seconds").asLong(0);
  }
}
