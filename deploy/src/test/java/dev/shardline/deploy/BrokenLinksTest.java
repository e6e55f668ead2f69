package dev.shardline.deploy;

import static dev.shardline.deploy.BrokenCopy.assertNoticed;
import static dev.shardline.deploy.BrokenCopy.container;
import static dev.shardline.deploy.BrokenCopy.damage;
import static dev.shardline.deploy.BrokenCopy.port;
import static dev.shardline.deploy.BrokenCopy.spec;
import static dev.shardline.deploy.BrokenCopy.variable;
import static dev.shardline.deploy.BrokenCopy.workload;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What objects say of each other. */
@EnabledIf(value = "dev.shardline.deploy.Kustomize#present", disabledReason = "needs kubectl")
class BrokenLinksTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"ports", "selectors", "references", "files"})
  void areNoticed(String problem, Check check, Consumer<Manifests> damage) {
    assertNoticed(problem, check, damage);
  }

  static Stream<Arguments> ports() {
    Check check = new NamedPorts();
    return Stream.of(
        damage(
            "Service/shardline-ingest: port http is none of Deployment/shardline-ingest",
            check,
            copy -> port(copy, "shardline-ingest").put("name", "web")),
        damage(
            "Deployment/shardline-ingest: readinessProbe of ingest names the port http",
            check,
            copy -> port(copy, "shardline-ingest").put("name", "web")),
        damage(
            "PodMonitor/shardline: port metrics is none of",
            check,
            copy ->
                ((ObjectNode) spec(copy, "PodMonitor", "shardline").at("/podMetricsEndpoints/0"))
                    .put("port", "metrics")));
  }

  static Stream<Arguments> selectors() {
    Check check = new Selectors();
    String name = "app.kubernetes.io/name";
    return Stream.of(
        damage(
            "Service/shardline-monitor: selector",
            check,
            copy ->
                ((ObjectNode) spec(copy, "Service", "shardline-monitor").path("selector"))
                    .put(name, "shardline-page")),
        damage(
            "PodDisruptionBudget/shardline-transform: selector",
            check,
            copy ->
                ((ObjectNode)
                        spec(copy, "PodDisruptionBudget", "shardline-transform")
                            .at("/selector/matchLabels"))
                    .put(name, "shardline-ingest")),
        damage(
            "PodDisruptionBudget/shardline-ingest: selector  takes the pods of []",
            check,
            copy -> spec(copy, "PodDisruptionBudget", "shardline-ingest").remove("selector")),
        damage(
            "Deployment/shardline-ingest: selector",
            check,
            copy -> ((ObjectNode) workload(copy, "shardline-ingest").labels()).remove(name)),
        damage(
            "Deployment/shardline-ingest: topologySpreadConstraints",
            check,
            copy ->
                ((ObjectNode)
                        workload(copy, "shardline-ingest")
                            .pod()
                            .at("/topologySpreadConstraints/0/labelSelector/matchLabels"))
                    .put(name, "ingest")),
        damage(
            "NetworkPolicy/shardline-monitor-page: selector",
            check,
            copy ->
                ((ObjectNode)
                        spec(copy, "NetworkPolicy", "shardline-monitor-page")
                            .at("/podSelector/matchLabels"))
                    .put(name, "monitor")),
        damage(
            "PodMonitor/shardline: no pod has app.kubernetes.io/name=shardline-cli",
            check,
            copy ->
                ((ArrayNode)
                        spec(copy, "PodMonitor", "shardline")
                            .at("/selector/matchExpressions/0/values"))
                    .add("shardline-cli")));
  }

  static Stream<Arguments> references() {
    Check check = new References();
    return Stream.of(
        damage(
            "ScaledObject/shardline-transform: spec.scaleTargetRef: there is no Deployment/transform",
            check,
            copy ->
                ((ObjectNode)
                        spec(copy, "ScaledObject", "shardline-transform").path("scaleTargetRef"))
                    .put("name", "transform")),
        damage(
            "ScaledObject/shardline-transform: Deployment/shardline-ingest has another autoscaler",
            check,
            copy ->
                ((ObjectNode)
                        spec(copy, "ScaledObject", "shardline-transform").path("scaleTargetRef"))
                    .put("name", "shardline-ingest")),
        damage(
            "Deployment/shardline-ingest: spec.replicas would be set back",
            check,
            copy -> spec(copy, "Deployment", "shardline-ingest").put("replicas", 3)),
        damage(
            "Deployment/shardline-ingest: there is no ConfigMap/shardline-source",
            check,
            copy ->
                ((ObjectNode) container(copy, "shardline-ingest").at("/envFrom/0/configMapRef"))
                    .put("name", "shardline-source")),
        damage(
            "Deployment/shardline-ingest: there is no ServiceAccount/ingest",
            check,
            copy ->
                ((ObjectNode) workload(copy, "shardline-ingest").pod())
                    .put("serviceAccountName", "ingest")),
        damage(
            "Deployment/shardline-ingest: there is no Secret/kafka-ca",
            check,
            copy ->
                ((ArrayNode) workload(copy, "shardline-ingest").pod().path("volumes"))
                    .addObject()
                    .put("name", "other")
                    .putObject("secret")
                    .put("secretName", "kafka-ca")),
        damage(
            "Deployment/shardline-ingest: volumeMounts: there is no volume cache",
            check,
            copy ->
                ((ArrayNode) container(copy, "shardline-ingest").path("volumeMounts"))
                    .addObject()
                    .put("name", "cache")));
  }

  static Stream<Arguments> files() {
    Check check = new MountedFiles();
    return Stream.of(
        damage(
            "Deployment/shardline-ingest: KAFKA_SSL_TRUSTSTORE_LOCATION is /etc/ca.crt, and mounted are",
            check,
            copy ->
                variable(copy, "shardline-ingest", "KAFKA_SSL_TRUSTSTORE_LOCATION", "/etc/ca.crt")),
        damage(
            "/etc/shardline/kafka/kafka.sasl.jaas.config is mounted, and [/etc/shardline] are read",
            check,
            copy ->
                variable(
                    copy,
                    "shardline-ingest",
                    "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS",
                    "/etc/shardline")));
  }
}
