package dev.shardline.deploy;

import static dev.shardline.deploy.BrokenCopy.assertNoticed;
import static dev.shardline.deploy.BrokenCopy.container;
import static dev.shardline.deploy.BrokenCopy.damage;
import static dev.shardline.deploy.BrokenCopy.pod;
import static dev.shardline.deploy.BrokenCopy.port;
import static dev.shardline.deploy.BrokenCopy.spec;
import static dev.shardline.deploy.BrokenCopy.variable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of the services. */
@EnabledIf(value = "dev.shardline.deploy.Kustomize#present", disabledReason = "needs kubectl")
class BrokenServicesTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"probes", "gracePeriods", "environments"})
  void areNoticed(String problem, Check check, Consumer<Manifests> damage) {
    assertNoticed(problem, check, damage);
  }

  static Stream<Arguments> probes() {
    Check check = new Probes();
    return Stream.of(
        damage(
            "Deployment/shardline-transform: livenessProbe asks for /health/live, and not for /q/health/live",
            check,
            copy ->
                ((ObjectNode) container(copy, "shardline-transform").at("/livenessProbe/httpGet"))
                    .put("path", "/health/live")),
        damage(
            "Deployment/shardline-transform: startupProbe asks port 8080, and the service listens on 8082",
            check,
            copy -> port(copy, "shardline-transform").put("containerPort", 8080)),
        damage(
            "Service/shardline-monitor: port 80 instead of the service's own, 8083",
            check,
            copy ->
                ((ObjectNode) spec(copy, "Service", "shardline-monitor").at("/ports/0"))
                    .put("port", 80)),
        damage(
            "PodMonitor/shardline: path asks for /metrics, and not for /q/metrics",
            check,
            copy ->
                ((ObjectNode) spec(copy, "PodMonitor", "shardline").at("/podMetricsEndpoints/0"))
                    .put("path", "/metrics")));
  }

  static Stream<Arguments> gracePeriods() {
    Check check = new GracePeriods();
    return Stream.of(
        damage(
            "Deployment/shardline-transform: terminationGracePeriodSeconds 540 is not above preStop and drain, 540 s",
            check,
            copy -> pod(copy, "shardline-transform").put("terminationGracePeriodSeconds", 540)),
        damage(
            "Deployment/shardline-transform: TRANSFORM_TERMINATION_GRACE_PERIOD is 570s, and terminationGracePeriodSeconds 600",
            check,
            copy -> pod(copy, "shardline-transform").put("terminationGracePeriodSeconds", 600)),
        damage(
            "Deployment/shardline-ingest: terminationGracePeriodSeconds 360 is not above preStop and drain, 370 s",
            check,
            copy ->
                container(copy, "shardline-ingest")
                    .putObject("lifecycle")
                    .putObject("preStop")
                    .putObject("sleep")
                    .put("seconds", 40)),
        damage(
            "Deployment/shardline-monitor: terminationGracePeriodSeconds 5 is not above preStop and drain, 5 s",
            check,
            copy -> pod(copy, "shardline-monitor").put("terminationGracePeriodSeconds", 5)));
  }

  static Stream<Arguments> environments() {
    Check check = new Environment();
    return Stream.of(
        damage(
            "Deployment/shardline-ingest: the service reads no INGEST_THREADS",
            check,
            copy -> variable(copy, "shardline-ingest", "INGEST_THREADS", "3")),
        damage(
            "Deployment/shardline-ingest: the service reads no KAFKA_BOOTSTRAP_SERVER",
            check,
            copy -> variable(copy, "shardline-ingest", "KAFKA_BOOTSTRAP_SERVER", "kafka:9092")),
        damage(
            "Deployment/shardline-ingest: the service reads no AWS_REGON",
            check,
            copy -> variable(copy, "shardline-ingest", "AWS_REGON", "eu-central-1")),
        damage(
            "Deployment/shardline-ingest: the service reads no QUARKUS_LOG_LEVLE",
            check,
            copy -> variable(copy, "shardline-ingest", "QUARKUS_LOG_LEVLE", "DEBUG")),
        damage(
            "Deployment/shardline-monitor: the service reads no INGEST_WORKERS",
            check,
            copy -> variable(copy, "shardline-monitor", "INGEST_WORKERS", "3")),
        damage(
            "Deployment/shardline-transform: the service would not start: transform.drain-timeout must be below",
            check,
            copy -> variable(copy, "shardline-transform", "TRANSFORM_DRAIN_TIMEOUT", "600s")),
        damage(
            "Deployment/shardline-ingest: the service would not start: ",
            check,
            copy -> variable(copy, "shardline-ingest", "INGEST_WORKERS", "many")));
  }
}
