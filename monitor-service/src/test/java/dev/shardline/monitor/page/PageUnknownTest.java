package dev.shardline.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InChromium.class)
class PageUnknownTest {

  private static final String REPORTS = "[data-group=reports] ";
  private static final String NO_OFFSET =
      "the group has no committed offset and it is not configured where it begins; set monitor.groups.reports.start";

  @Test
  void anUnknownFigureIsSaidToBeSoAndNeverShownAsZero(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      for (String field :
          new String[] {
            "lag",
            "waiting",
            "inFlight",
            "oldestAgeSeconds",
            "secondsToEmpty",
            "rateOutPerSecond",
            "attemptsAboveOne"
          }) {
        assertThat(page.text(REPORTS + "[data-field=" + field + "]"))
            .as(field)
            .isEqualTo("unknown");
      }
      assertThat(page.text(REPORTS + "[data-field=state]")).isEqualTo("state unknown");
      assertThat(page.text(REPORTS + "[data-field=members]")).as("known to be none").isEqualTo("0");
    }
  }

  @Test
  void theReasonsAreInSightWithTheFiguresThatTheyAreOf(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      assertThat(page.text(REPORTS + ".why"))
          .contains("Lag, Rate out", "unknown: orders-1: " + NO_OFFSET)
          .contains("Waiting, In flight unknown: only Shardline's own workers tell")
          .contains("Empty in, Oldest waits unknown: the lag is unknown");
      assertThat(
              page.isTrue(
                  "document.getElementById(document.querySelector(\""
                      + REPORTS
                      + "[data-field=lag]\").getAttribute('aria-describedby')).checkVisibility()"))
          .isTrue();
    }
  }

  @Test
  void anUnknownPartitionSaysWhyInItsRow(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      page.run("document.querySelector(arguments[0]).click()", REPORTS + "summary");
      page.reads(REPORTS + "tbody tr:nth-child(2) [data-field=lag]", "unknown");
      page.reads(REPORTS + "tbody tr:nth-child(2) [data-field=why]", NO_OFFSET);
      assertThat(page.text(REPORTS + "tbody tr:nth-child(1) [data-field=lag]")).isEqualTo("2");
    }
  }

  @Test
  void aDeadLetterTopicThatCannotBeCountedSaysWhy(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      assertThat(page.text("[data-topic=shards-dead]"))
          .contains("unknown", "the topic does not exist")
          .doesNotContain("0");
    }
  }

  @Test
  void anUnknownLagOfTheFlowSaysWhy(Chromium chromium) throws IOException {
    ObjectNode overview = Overviews.lasting();
    ((ObjectNode) overview.path("flow").path("shards"))
        .putNull("lag")
        .put("lagReason", "the topic is gone");
    try (OpenPage page = OpenPage.showing(overview, chromium)) {
      assertThat(page.text("[data-node=shards] .now"))
          .contains("unknown", "the topic is gone")
          .doesNotContain("0");
    }
  }

  @Test
  void countsOfTheFlowThatWereNotReadAreUnknownAndSayWhy(Chromium chromium) throws IOException {
    ObjectNode overview = Overviews.lasting();
    ObjectNode flow = (ObjectNode) overview.path("flow");
    flow.putNull("done").putNull("failed").put("answersReason", "answers were not read yet");
    ((ObjectNode) flow.path("shards"))
        .putNull("running")
        .put("runningReason", "workers were not heard yet");

    try (OpenPage page = OpenPage.showing(overview, chromium)) {
      assertThat(page.text("[data-node=results] .now"))
          .contains("unknown", "answers were not read yet")
          .doesNotContain("0");
      assertThat(page.text("[data-node=results] [data-field=failed]"))
          .contains("unknown", "answers were not read yet");
      assertThat(page.text("[data-node=transform] .now"))
          .contains("unknown", "workers were not heard yet")
          .doesNotContain("0");
    }
  }

  @Test
  void aListThatIsNotToldIsUnknownAndNotEmpty(Chromium chromium) throws IOException {
    ObjectNode overview = Overviews.lasting();
    overview.putNull("workers").putNull("jobs");
    try (OpenPage page = OpenPage.showing(overview, chromium)) {
      assertThat(page.text("#workers")).contains("Unknown").doesNotContain("No worker");
      assertThat(page.text("#jobs")).contains("Unknown").doesNotContain("No jobs");
    }
  }

  @Test
  void nothingIsSaidBeforeTheFirstFigures(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.at(awayFromTheStart(), chromium)) {
      page.reads(".freshness [data-slot=state]", "No figures yet");
      assertThat(page.text("main")).isEqualTo("Waiting for the first figures.");
      page.reads(
          "[role=alert]", "The connection to monitor-service is lost; trying to get it back.");
    }
  }

  @Test
  void anEmptyListSaysWhatToDo(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.empty(), chromium)) {
      assertThat(page.text("#groups")).contains("No group is watched.", "monitor.groups");
      assertThat(page.text("#workers")).contains("./shardline up");
      assertThat(page.text("#jobs"))
          .contains("No jobs in the last hour. Submit one: ./shardline submit 2500");
      assertThat(page.text("#failures")).contains("Nothing failed in the last hour.");
      assertThat(page.text("#dead-letters")).contains("No dead letters.");
      assertThat(page.driver().getTitle()).isEqualTo("lag unknown · Shardline");
    }
  }

  private static PageServer awayFromTheStart() throws IOException {
    PageServer server = new PageServer(Overviews.example());
    server.goAway();
    return server;
  }
}
