package dev.shardline.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InChromium.class)
class PageHistoryTest {

  private static final String CHART = "[data-group='shardline-transform'] .chart ";
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:05Z");

  @Test
  void anUnknownPointIsAGapAndNotALineAtZero(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(hour(1800, 1900), chromium)) {
      page.reads(
          CHART + "figcaption",
          "Last hour: now 50, lowest 50, highest 50, unknown in 21 of 720 readings.");
      assertThat(count(page, "path.line")).as("stretches of known lag").isEqualTo(2);
      assertThat(count(page, "rect.gap")).isEqualTo(1);
      assertThat(linesAtTheBottom(page)).isZero();
    }
  }

  @Test
  void aTimeThatNobodyReadIsNotDrawnAcross(Chromium chromium) throws IOException {
    ObjectNode overview = hour(0, -1);
    ArrayNode points = (ArrayNode) overview.path("history").path(0).path("points");
    for (int removed = 0; removed < 100; removed++) {
      points.remove(300);
    }
    try (OpenPage page = OpenPage.showing(overview, chromium)) {
      page.reads(CHART + "figcaption", "Last hour: now 50, lowest 50, highest 50.");
      assertThat(count(page, "path.line")).isEqualTo(2);
      assertThat(count(page, "rect.gap")).as("it is not unknown, it is not there").isZero();
    }
  }

  @Test
  void eventsBringSinglePointsOfWhichThePageKeepsAnHour(Chromium chromium) throws IOException {
    ObjectNode overview = hour(0, -1);
    // The oldest point alone is so high: it is forgotten when the hour has gone on.
    ((ObjectNode) overview.path("history").path(0).path("points").path(0)).put("lag", 900);
    try (OpenPage page = OpenPage.showing(overview, chromium)) {
      page.reads(CHART + "figcaption", "Last hour: now 50, lowest 50, highest 900.");
      ObjectNode event = Overviews.later(overview, Duration.ofSeconds(10));
      ArrayNode points =
          event
              .withArray("history")
              .removeAll()
              .addObject()
              .put("group", "shardline-transform")
              .putArray("points");
      points.addObject().put("at", NOW.plusSeconds(10).toString()).put("lag", 7);
      page.server().send(event);
      page.reads(CHART + "figcaption", "Last hour: now 7, lowest 7, highest 50.");
      page.server().send(event);
      page.run(
          "document.querySelectorAll(\"[data-group='shardline-transform'] summary\")[1].click()");
      OpenPage.patiently()
          .untilAsserted(() ->
              assertThat(
                      page.number(
                          "[...document.querySelectorAll(\"[data-group='shardline-transform'] details:nth-of-type(2) tbody tr\")]"
                              + ".reduce((sum, row) => sum + Number(row.children[3].innerText), 0)"))
                  .as("each point once")
                  .isEqualTo(720));
    }
  }

  @Test
  void anHourThatComesAfterTheFirstEventIsDrawnAtOnce(Chromium chromium) throws IOException {
    // So long that neither the next event nor a stream opened anew draws it meanwhile.
    PageServer server = new PageServer(hour(0, -1).put("intervalSeconds", 600));
    CountDownLatch overview = server.holdOverview();
    try (OpenPage page = OpenPage.at(server, chromium)) {
      page.reads(CHART + "figcaption", "Last 5 minutes: now 50, lowest 50, highest 50.");
      overview.countDown();
      page.reads(CHART + "figcaption", "Last hour: now 50, lowest 50, highest 50.");
    }
  }

  @Test
  void theChartIsToldInWordsAndInFigures(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      assertThat(
              page.run(
                  "return document.querySelector(arguments[0]).getAttribute('aria-label')",
                  CHART + "svg"))
          .isEqualTo(
              "Lag of shardline-transform. Last 5 minutes: now 12, lowest 12, highest 20, unknown in 1 of 3 readings.");
      page.run(
          "document.querySelectorAll(\"[data-group='shardline-transform'] summary\")[1].click()");
      OpenPage.patiently()
          .untilAsserted(() ->
              assertThat(
                      page.text("[data-group='shardline-transform'] details:nth-of-type(2) tbody"))
                  .contains("12:00 PM", "11:55 AM", "20"));
      assertThat(
              page.run(
                  "return document.querySelector(arguments[0]).getAttribute('aria-label')",
                  "[data-group=reports] svg"))
          .isEqualTo("Lag of reports. Last 5 minutes: unknown in all readings.");
    }
  }

  /**
   * An hour of one lag, unknown in the seconds before the end between {@code from} and {@code to}.
   */
  private static ObjectNode hour(long from, long to) {
    ObjectNode overview = Overviews.example().put("intervalSeconds", 5);
    ArrayNode points = ((ObjectNode) overview.path("history").path(0)).putArray("points");
    LongStream.range(0, 720)
        .map(i -> 3595 - 5 * i)
        .forEach(ago -> {
          ObjectNode point = points.addObject().put("at", NOW.minusSeconds(ago).toString());
          if (ago >= from && ago <= to) {
            point.putNull("lag");
          } else {
            point.put("lag", 50);
          }
        });
    return overview.put("at", NOW.toString());
  }

  private static long count(OpenPage page, String shapes) {
    return ((Number)
            Objects.requireNonNull(
                page.run("return document.querySelectorAll(arguments[0]).length", CHART + shapes)))
        .longValue();
  }

  private static long linesAtTheBottom(OpenPage page) {
    return ((Number)
            Objects.requireNonNull(
                page.run(
                    "const bottom = Number(document.querySelector(arguments[0] + 'line.axis').getAttribute('y1'));"
                        + "return [...document.querySelectorAll(arguments[0] + 'path.line')].filter(line => {"
                        + "  const box = line.getBBox(); return box.y + box.height >= bottom - 1; }).length",
                    CHART)))
        .longValue();
  }
}
