package dev.shardline.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.contracts.job.JobId;
import dev.shardline.systemtests.fleet.Fleet;
import dev.shardline.systemtests.fleet.FleetPlan;
import dev.shardline.systemtests.fleet.ServiceProcess;
import dev.shardline.systemtests.work.Nap;
import dev.shardline.systemtests.work.NumberSource;
import dev.shardline.systemtests.work.Submission;
import dev.shardline.systemtests.work.Task;
import dev.shardline.systemtests.work.Thrower;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every expression of rules, dashboards and the contract finds its metrics in what is exposed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class EveryExpressionFindsItsMetricsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Long enough that it is seen to wait and to be in flight. */
  private static final Duration LONG = Duration.ofSeconds(8);

  private static final String AGE = "shardline_group_oldest_record_age_seconds";

  private Fleet fleet;
  private PrometheusServer prometheus;

  @BeforeAll
  void workUnderTheEyesOfPrometheus(@TempDir Path directory) throws Exception {
    Path command = DebianTool.PROMETHEUS.orSkip();
    fleet =
        Fleet.start(
            directory,
            FleetPlan.quick(1, List.of(Nap.class, Thrower.class)).withIngest("256m").withMonitor());
    prometheus =
        PrometheusServer.start(
            command,
            directory,
            ObservabilityFiles.rules(),
            fleet.services().stream().map(ServiceProcess::address).toList());
    try (NumberSource source = NumberSource.complete(20)) {
      String brokers = fleet.bootstrapServers();
      JobId _ =
          Submission.shards(
              brokers,
              List.of(
                  Task.sum(2500),
                  Task.of(new Thrower()),
                  new Task("no-such-transform", 1, null),
                  Task.nap(LONG)));
      var _ = Submission.source(brokers, source.uri());
      var _ = Submission.source(brokers, URI.create("ftp://127.0.0.1/numbers"));
      awaitFigure("sum(shardline_results_seen_total) >= 24");
      awaitFigure("sum(shardline_outcomes_seen_total) >= 2");
      awaitFigure("sum(shardline_dead_letters) >= 2");
      awaitFigure("max(shardline_group_lag_records{group=\"shardline-transform\"}) == 0");
    }
  }

  @AfterAll
  void stop() {
    if (prometheus != null) {
      prometheus.close();
    }
    if (fleet != null) {
      fleet.close();
    }
  }

  @Test
  void everySelectorTakesSomethingThatIsExposed() throws Exception {
    List<String> missing = new ArrayList<>();
    for (Expression expression : expressions()) {
      assertThat(expression.selectors()).as(expression.place()).isNotEmpty();
      for (Expression.Selector selector : expression.selectors()) {
        if (prometheus.series(selector.text()).isEmpty()) {
          missing.add(expression.place() + ": " + selector.text());
        }
      }
    }

    assertThat(missing).as("selectors that nothing exposed is taken by").isEmpty();
  }

  @Test
  void everyMetricOfShardlineThatIsUsedIsInTheContractWithItsLabels() throws Exception {
    String contract = ObservabilityFiles.contract();
    for (Expression expression : expressions()) {
      for (Expression.Selector selector : expression.selectors()) {
        if (selector.metric().startsWith("shardline_")) {
          String name = selector.metric().replaceFirst("_(bucket|count|sum|max)$", "");
          List<String> rows =
              contract.lines().filter(line -> line.startsWith("| `" + name + "` |")).toList();
          assertThat(rows).as("%s: %s", expression.place(), name).isNotEmpty();
          assertThat(rows)
              .as("%s: %s", expression.place(), selector.text())
              .allSatisfy(row ->
                  assertThat(selector.labels())
                      .allSatisfy(label -> assertThat(row).contains("`" + label + "`")));
        }
      }
    }
  }

  @Test
  void everyPanelAndVariableShowsSomethingAfterWorkOfEveryKind() throws Exception {
    List<String> empty = new ArrayList<>();
    for (Dashboard dashboard : ObservabilityFiles.dashboards()) {
      for (Expression expression : dashboard.expressions()) {
        JsonNode shown = prometheus.query(expression.text());
        if (expression.text().contains(AGE)) {
          assertThat(shown).as("%s, when no record is left", expression.place()).isEmpty();
        } else if (shown.isEmpty()) {
          empty.add(expression.place() + ": " + expression.text());
        }
      }
    }

    assertThat(empty).as("what shows nothing").isEmpty();
  }

  @Test
  void everyRuleIsEvaluatedAndItsRunbookIsThere() throws Exception {
    String runbook = ObservabilityFiles.runbook();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(prometheus.rules())
                .isNotEmpty()
                .allSatisfy(rule ->
                    assertThat(rule.path("health").asText()).as("%s", rule).isEqualTo("ok")));
    for (JsonNode rule : prometheus.rules()) {
      String alert = rule.path("name").asText();
      JsonNode annotations = rule.path("annotations");
      assertThat(rule.path("labels").path("severity").asText()).isIn("warning", "critical");
      assertThat(annotations.path("summary").asText()).isNotBlank();
      assertThat(annotations.path("description").asText()).isNotBlank();
      assertThat(annotations.path("runbook").asText())
          .isEqualTo("deploy/observability/README.md#" + alert.toLowerCase(Locale.ROOT));
      assertThat(runbook.contains("\n### " + alert + "\n")).as("paragraph of %s", alert).isTrue();
    }
  }

  @Test
  void theFigureToScaleOnIsThereWhenItIsKnownAndNothingWhenAPartIsNot() throws Exception {
    String query = scalingQuery();

    JsonNode known = prometheus.query(query);
    assertThat(known).hasSize(1);
    assertThat(known.path(0).path("metric").isEmpty()).isTrue();
    assertThat(known.path(0).path("value").path(1).asText()).isEqualTo("0");
    String unknown = query.replace("shardline-transform-retry", "nobody-knows");
    assertThat(unknown).isNotEqualTo(query);
    assertThat(prometheus.query(unknown)).isEmpty();
  }

  private List<Expression> expressions() throws Exception {
    Stream<Expression> rules =
        prometheus.rules().stream()
            .map(rule -> new Expression(rule.path("name").asText(), rule.path("query").asText()));
    Stream<Expression> panels =
        ObservabilityFiles.dashboards().stream().flatMap(each -> each.expressions().stream());
    Stream<Expression> scaling = Stream.of(new Expression("METRICS.md", scalingQuery()));
    return Stream.of(rules, panels, scaling).flatMap(each -> each).toList();
  }

  private static String scalingQuery() throws Exception {
    return ObservabilityFiles.contract()
        .split("\\*\\*To scale transform-service\\*\\*", 2)[1]
        .split("```", 3)[1]
        .strip();
  }

  private void awaitFigure(String expression) {
    await(expression)
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> !prometheus.query(expression).isEmpty());
  }
}
