package dev.shardline.deploy;

import static dev.shardline.deploy.BrokenCopy.assertNoticed;
import static dev.shardline.deploy.BrokenCopy.damage;
import static dev.shardline.deploy.BrokenCopy.spec;
import static dev.shardline.deploy.BrokenCopy.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What scales, and who may ask whom. */
@EnabledIf(value = "dev.shardline.deploy.Kustomize#present", disabledReason = "needs kubectl")
class BrokenScalingTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"networks", "triggers"})
  void areNoticed(String problem, Check check, Consumer<Manifests> damage) {
    assertNoticed(problem, check, damage);
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
}
