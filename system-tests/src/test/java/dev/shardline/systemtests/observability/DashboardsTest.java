package dev.shardline.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dashboards are of one kind, and show what is not known as such. */
class DashboardsTest {

  private static final String CHOSEN = "${datasource}";

  @Test
  void thereIsOneForEachAudience() {
    assertThat(ObservabilityFiles.dashboards())
        .extracting(Dashboard::file)
        .containsExactly("ingest.json", "lag.json", "overview.json", "transform.json");
  }

  @ParameterizedTest
  @MethodSource("dev.shardline.systemtests.observability.ObservabilityFiles#dashboards")
  void isFoundUnderAFixedNameAndAsksTheChosenDataSourceAlone(Dashboard dashboard) {
    JsonNode json = dashboard.json();

    assertThat(json.path("uid").asText() + ".json").isEqualTo("shardline-" + dashboard.file());
    assertThat(json.path("id").isMissingNode()).as("an id of one Grafana").isTrue();
    assertThat(json.path("templating").path("list").path(0).path("type").asText())
        .isEqualTo("datasource");
    assertThat(json.findParents("uid").stream().map(parent -> parent.path("uid").asText()))
        .filteredOn(uid -> !uid.equals(json.path("uid").asText()))
        .isNotEmpty()
        .containsOnly(CHOSEN);
  }

  @ParameterizedTest
  @MethodSource("dev.shardline.systemtests.observability.ObservabilityFiles#dashboards")
  void eachPanelSaysWhatItShowsInWhichUnitAndWhenThereIsNoData(Dashboard dashboard) {
    Set<Integer> ids = new HashSet<>();
    for (JsonNode panel : dashboard.panels()) {
      String title = panel.path("title").asText();
      JsonNode defaults = panel.path("fieldConfig").path("defaults");
      assertThat(title).isNotBlank();
      assertThat(ids.add(panel.path("id").asInt())).as("one id for %s", title).isTrue();
      assertThat(panel.path("description").asText()).as(title).isNotBlank();
      assertThat(defaults.path("noValue").asText()).as(title).isEqualTo("no data");
      assertThat(defaults.path("custom").path("spanNulls").asBoolean()).as(title).isFalse();
      if (!panel.path("type").asText().equals("state-timeline")) {
        assertThat(defaults.path("unit").asText()).as(title).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.shardline.systemtests.observability.ObservabilityFiles#dashboards")
  void noFigureStandsForOneThatIsNotKnown(Dashboard dashboard) {
    assertThat(dashboard.expressions())
        .allSatisfy(expression ->
            assertThat(expression.text()).as(expression.place()).doesNotContain("vector("));
    assertThat(dashboard.panels())
        .filteredOn(panel -> panel.path("type").asText().equals("stat"))
        .allSatisfy(panel ->
            // Of a span of time, it would be the last figure that was known, however long ago.
            assertThat(panel.path("targets").findValuesAsText("instant"))
                .as(panel.path("title").asText())
                .isNotEmpty()
                .containsOnly("true"));
  }
}
