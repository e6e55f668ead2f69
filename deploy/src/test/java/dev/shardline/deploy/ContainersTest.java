package dev.shardline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainersTest {

  private static final String COMPOSE = ComposeFile.FOLDER + "compose.yaml";
  private static final String PROMETHEUS = ComposeFile.FOLDER + "compose/prometheus.yaml";

  @Test
  void theStackFitsTheServices() {
    assertThat(ComposeFile.problems(yaml(COMPOSE))).isEmpty();
    assertThat(ComposePrometheus.problems(yaml(PROMETHEUS), yaml(COMPOSE))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void aBrokenStackIsNoticed(String problem, Consumer<ObjectNode> damage) {
    JsonNode compose = yaml(COMPOSE);

    damage.accept((ObjectNode) compose.path("services"));

    assertThat(ComposeFile.problems(compose)).anyMatch(found -> found.contains(problem));
  }

  static Stream<Arguments> aBrokenStackIsNoticed() {
    return Stream.of(
        damage(
            "ingest: the service reads no INGEST_THREADS",
            services -> environment(services, "ingest").put("INGEST_THREADS", "3")),
        damage(
            "transform: the service would not start: transform.max-attempts",
            services -> environment(services, "transform").put("TRANSFORM_MAX_ATTEMPTS", "0")),
        damage(
            "ingest: KAFKA_BOOTSTRAP_SERVERS: there is no container broker",
            services ->
                environment(services, "ingest").put("KAFKA_BOOTSTRAP_SERVERS", "broker:19092")),
        damage(
            "kafka: image apache/kafka:latest has no version",
            services -> service(services, "kafka").put("image", "apache/kafka:latest")),
        damage(
            "grafana: volumes: there is no ./compose/dashboards",
            services ->
                list(services, "grafana", "volumes").add("./compose/dashboards:/dashboards:ro")),
        damage(
            "grafana: GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH: there is no /var/lib/grafana/dashboards/shardline/home.json",
            services ->
                environment(services, "grafana")
                    .put(
                        "GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH",
                        "/var/lib/grafana/dashboards/shardline/home.json")),
        damage(
            "kafka: volumes: there is no brokers",
            services -> list(services, "kafka", "volumes").add("brokers:/data")),
        damage(
            "monitor: build: there is no deploy/containers/page.Containerfile",
            services ->
                ((ObjectNode) services.path("monitor").path("build"))
                    .put("dockerfile", "deploy/containers/page.Containerfile")),
        damage(
            "topics: depends_on: there is no broker",
            services ->
                ((ObjectNode) services.path("topics").path("depends_on")).putObject("broker")),
        damage(
            "transform: stop_grace_period of 20 s is not above the drain of 25 s",
            services -> service(services, "transform").put("stop_grace_period", "20s")),
        damage(
            "ingest: stop_grace_period is 60 s, and the service is told 35s",
            services -> service(services, "ingest").put("stop_grace_period", "60s")),
        damage(
            "monitor: ports: 127.0.0.1:8083:8080, and the service listens on 8083",
            services -> service(services, "monitor").putArray("ports").add("127.0.0.1:8083:8080")),
        damage("ingest: is not there", services -> services.remove("ingest")));
  }

  @Test
  void aServiceThatIsNotScrapedIsNoticed() {
    JsonNode prometheus = yaml(PROMETHEUS);
    ((ObjectNode) prometheus.findValue("dns_sd_configs").path(1)).put("port", 8080);
    ((ArrayNode) prometheus.path("rule_files")).add("/etc/prometheus/other.yaml");

    assertThat(ComposePrometheus.problems(prometheus, yaml(COMPOSE)))
        .satisfiesExactly(
            first -> assertThat(first).contains("transform:8082 is not scraped"),
            second ->
                assertThat(second).contains("nothing is mounted at /etc/prometheus/other.yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "transform", "monitor", "cli"})
  void imagesAreMadeOfWhatTheBuildMakes(String image) {
    String name = image + ".Containerfile";

    assertThat(problems(name, text(name))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "eclipse-temurin:25.0.3_9-jre-noble, eclipse-temurin:latest, image eclipse-temurin:latest has no version",
    "ingest-service/target/quarkus-app/app/, ingest-service/target/quarkus-app/classes/, there is no ingest-service/target/quarkus-app/classes/",
    "deploy/containers/train.sh, deploy/containers/run.sh, there is no deploy/containers/run.sh",
    "deploy/containers/train.sh, mvnw, .dockerignore leaves mvnw out",
    "--from=training, --from=practice, there is no stage [practice]",
    "EXPOSE 8081, EXPOSE 8080, 'EXPOSE 8080, and the service listens on 8081'",
  })
  void aBrokenImageIsNoticed(String right, String wrong, String problem) {
    String name = "ingest.Containerfile";
    assertThat(text(name)).contains(right);

    assertThat(problems(name, text(name).replace(right, wrong)))
        .anyMatch(found -> found.contains(problem));
  }

  private static Iterable<String> problems(String name, String text) {
    return Containerfile.problems(name, text, text(name + ".dockerignore"));
  }

  private static String text(String name) {
    return Repository.text(ComposeFile.FOLDER + name);
  }

  private static JsonNode yaml(String path) {
    return YamlText.document(Repository.text(path));
  }

  private static Arguments damage(String problem, Consumer<ObjectNode> damage) {
    return Arguments.of(problem, damage);
  }

  private static ObjectNode service(ObjectNode services, String name) {
    return (ObjectNode) services.path(name);
  }

  private static ObjectNode environment(ObjectNode services, String name) {
    return (ObjectNode) services.path(name).path("environment");
  }

  private static ArrayNode list(ObjectNode services, String name, String field) {
    return (ArrayNode) services.path(name).path(field);
  }
}
