package dev.shardline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check notices what it is there for, in a copy of the production overlay. */
@EnabledIf(value = "dev.shardline.deploy.Kustomize#present", disabledReason = "needs kubectl")
class BrokenCopiesTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "fields",
    "ports",
    "selectors",
    "files",
    "references",
    "probes",
    "gracePeriods",
    "networks",
    "environments",
    "triggers",
    "images",
    "secrets",
    "pods",
    "monitoring"
  })
  void isNoticed(String problem, Check check, Consumer<Manifests> damage) {
    Manifests copy = Overlay.PRODUCTION.manifests();

    damage.accept(copy);

    assertThat(check.problems(copy)).anyMatch(found -> found.contains(problem));
  }

  static Stream<Arguments> fields() {
    Check check = new KnownFields();
    return Stream.of(
        damage(
            "replica",
            check,
            copy -> spec(copy, "Deployment", "shardline-monitor").put("replica", 2)),
        damage(
            "periodSecond",
            check,
            copy ->
                ((ObjectNode) container(copy, "shardline-ingest").path("livenessProbe"))
                    .put("periodSecond", 5)),
        damage(
            "maxUnavailible",
            check,
            copy -> spec(copy, "PodDisruptionBudget", "shardline-ingest").put("maxUnavailible", 1)),
        damage(
            "Deploymnt",
            check,
            copy -> copy.get("Deployment", "shardline-ingest").put("kind", "Deploymnt")),
        damage(
            "Deployment/shardline-ingest: ",
            check,
            copy -> spec(copy, "Deployment", "shardline-ingest").remove("selector")),
        damage(
            "cooldownPeriode",
            check,
            copy -> spec(copy, "ScaledObject", "shardline-transform").put("cooldownPeriode", 3)),
        damage(
            "behavior",
            check,
            copy ->
                ((ObjectNode) spec(copy, "ScaledObject", "shardline-transform").path("fallback"))
                    .put("behavior", "currentReplicasIfMore")),
        damage(
            "sourceLabel",
            check,
            copy ->
                ((ObjectNode)
                        spec(copy, "PodMonitor", "shardline")
                            .at("/podMetricsEndpoints/0/relabelings/0"))
                    .putArray("sourceLabel")),
        damage(
            "expression",
            check,
            copy ->
                ((ObjectNode) spec(copy, "PrometheusRule", "shardline").at("/groups/0/rules/0"))
                    .put("expression", "1")));
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

  static Stream<Arguments> networks() {
    Check check = new NetworkPorts();
    return Stream.of(
        damage(
            "NetworkPolicy/shardline-monitor-page: no pod that it selects listens on 80",
            check,
            copy ->
                ((ObjectNode)
                        spec(copy, "NetworkPolicy", "shardline-monitor-page")
                            .at("/ingress/0/ports/0"))
                    .put("port", 80)),
        damage(
            "Deployment/shardline-ingest: KAFKA_BOOTSTRAP_SERVERS is kafka-kafka-bootstrap.kafka.svc:9093, and NetworkPolicy/shardline-kafka lets out to [9092]",
            check,
            copy ->
                ((ObjectNode)
                        spec(copy, "NetworkPolicy", "shardline-kafka").at("/egress/0/ports/0"))
                    .put("port", 9092)),
        damage(
            "NetworkPolicy: nothing of namespace keda may ask shardline-monitor on 8083",
            check,
            copy -> copy.get("NetworkPolicy", "shardline-monitor-keda").put("kind", "Other")),
        damage(
            "NetworkPolicy: nothing of namespace monitoring may ask shardline-ingest on 8081",
            check,
            copy ->
                ((ArrayNode)
                        spec(copy, "NetworkPolicy", "shardline-scraping").at("/ingress/0/ports"))
                    .remove(0)));
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

  static Stream<Arguments> triggers() {
    Check check = new Triggers();
    String url = "http://shardline-monitor.shardline.svc:8083/api/backlog/shardline-ingest";
    return Stream.of(
        damage(
            "reads no parameter targetvalue", check, copy -> trigger(copy).put("targetvalue", "1")),
        damage(
            "trigger metrics-api has no targetValue",
            check,
            copy -> trigger(copy).remove("targetValue")),
        damage("targetValue is no number", check, copy -> trigger(copy).put("targetValue", "many")),
        damage(
            "trigger metrics-ap is none of",
            check,
            copy ->
                ((ObjectNode) spec(copy, "ScaledObject", "shardline-ingest").at("/triggers/0"))
                    .put("type", "metrics-ap")),
        damage(
            "url: no Service is at shardline-monitor.default.svc",
            check,
            copy -> trigger(copy).put("url", url.replace("shardline.svc", "default.svc"))),
        damage(
            "url: the Service has no port 80",
            check,
            copy -> trigger(copy).put("url", url.replace("8083", "80"))),
        damage(
            "url: the monitor answers at /api/backlog/, and not at /lag/shardline-ingest",
            check,
            copy -> trigger(copy).put("url", url.replace("/api/backlog", "/lag"))),
        damage(
            "shardline-transform-retry], and not ingest",
            check,
            copy -> trigger(copy).put("url", url.replace("backlog/shardline-", "backlog/"))),
        damage(
            "valueLocation: the answer's figure is backlog, not lag",
            check,
            copy -> trigger(copy).put("valueLocation", "lag")),
        damage(
            "fallback takes a metricType of AverageValue",
            check,
            copy ->
                ((ObjectNode) spec(copy, "ScaledObject", "shardline-ingest").at("/triggers/0"))
                    .put("metricType", "Value")));
  }

  static Stream<Arguments> images() {
    return Stream.of(
            "registry.example.com/shardline/ingest", "ingest:latest", "registry:5000/ingest")
        .map(image ->
            damage(
                "Deployment/shardline-ingest: image %s has no version".formatted(image),
                new PinnedImages(),
                copy -> container(copy, "shardline-ingest").put("image", image)));
  }

  static Stream<Arguments> secrets() {
    Check check = new Secrecy();
    return Stream.of(
        damage(
            ": KAFKA_SASL_JAAS_CONFIG looks like a secret",
            check,
            copy -> data(copy).put("KAFKA_SASL_JAAS_CONFIG", "…")),
        damage(
            ": INGEST_SECRETS_CRM looks like a secret",
            check,
            copy -> data(copy).put("INGEST_SECRETS_CRM", "…")),
        damage(
            ": SOME_URL looks like a secret",
            check,
            copy -> data(copy).put("SOME_URL", "https://me:mine@example.com")),
        damage(
            "Deployment/shardline-ingest: AWS_SECRET_ACCESS_KEY looks like a secret",
            check,
            copy -> variable(copy, "shardline-ingest", "AWS_SECRET_ACCESS_KEY", "any")));
  }

  static Stream<Arguments> pods() {
    Check check = new RestrictedPods();
    return Stream.of(
        damage(
            "Deployment/shardline-ingest: securityContext.runAsNonRoot is not true",
            check,
            copy ->
                ((ObjectNode) pod(copy, "shardline-ingest").path("securityContext"))
                    .remove("runAsNonRoot")),
        damage(
            "Deployment/shardline-ingest: securityContext.readOnlyRootFilesystem is not true",
            check,
            copy ->
                ((ObjectNode) container(copy, "shardline-ingest").path("securityContext"))
                    .put("readOnlyRootFilesystem", false)));
  }

  static Stream<Arguments> monitoring() {
    Check check = new MonitoringFiles();
    return Stream.of(
        damage(
            "PrometheusRule/shardline: spec is not rules/shardline.rules.yaml",
            check,
            copy ->
                ((ObjectNode) spec(copy, "PrometheusRule", "shardline").at("/groups/0/rules/0"))
                    .put("for", "1m")),
        damage(
            "ConfigMap/shardline-dashboards: has",
            check,
            copy ->
                ((ObjectNode) copy.get("ConfigMap", "shardline-dashboards").path("data"))
                    .remove("shardline-lag.json")));
  }

  @Test
  void aMetricThatTheAdapterDoesNotMakeIsNoticed() {
    Manifests copy = Overlay.HPA.manifests();
    ((ObjectNode)
            spec(copy, "HorizontalPodAutoscaler", "shardline-ingest")
                .at("/metrics/0/external/metric"))
        .put("name", "shardline_ingest_lag");

    assertThat(new ExternalMetrics().problems(copy))
        .singleElement()
        .asString()
        .startsWith("HorizontalPodAutoscaler/shardline-ingest: the adapter makes")
        .endsWith("and not shardline_ingest_lag");
  }

  @Test
  void aTotalThatIsNotTheReadmesIsNoticed() {
    Manifests dev = Overlay.DEV.manifests();
    Manifests production = Overlay.PRODUCTION.manifests();
    ((ObjectNode) container(production, "shardline-transform").at("/resources/requests"))
        .put("cpu", "3");
    spec(production, "ScaledObject", "shardline-transform").put("maxReplicaCount", 11);

    List<String> problems =
        ResourceTotals.problems(Repository.text("deploy/README.md"), dev, production);

    assertThat(problems)
        .containsExactly(
            "deploy/README.md: this row is expected: | production, one of each | 3300m | 2560Mi |",
            "deploy/README.md: this row is expected: | production, most (ingest 8, transform 11) | 35050m | 23296Mi |");
  }

  private static Arguments damage(String problem, Check check, Consumer<Manifests> damage) {
    return Arguments.of(problem, check, damage);
  }

  private static ObjectNode spec(Manifests copy, String kind, String name) {
    return (ObjectNode) copy.get(kind, name).path("spec");
  }

  private static Workload workload(Manifests copy, String name) {
    return new Workload(copy.get("Deployment", name));
  }

  private static ObjectNode pod(Manifests copy, String name) {
    return (ObjectNode) workload(copy, name).pod();
  }

  private static ObjectNode container(Manifests copy, String name) {
    return (ObjectNode) pod(copy, name).path("containers").path(0);
  }

  private static ObjectNode port(Manifests copy, String name) {
    return (ObjectNode) container(copy, name).path("ports").path(0);
  }

  private static ObjectNode trigger(Manifests copy) {
    return (ObjectNode) spec(copy, "ScaledObject", "shardline-ingest").at("/triggers/0/metadata");
  }

  private static ObjectNode data(Manifests copy) {
    return (ObjectNode) copy.ofKind("ConfigMap").findFirst().orElseThrow().path("data");
  }

  private static void variable(Manifests copy, String name, String variable, String value) {
    JsonNode env = container(copy, name).withArray("/env");
    ((ArrayNode) env).addObject().put("name", variable).put("value", value);
  }
}
