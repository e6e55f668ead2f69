package dev.shardline.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InChromium.class)
class PageFiguresTest {

  private static final String TRANSFORM = "[data-group='shardline-transform'] ";

  @Test
  void theFlowSaysWhatTheServiceSays(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      assertThat(page.text("[data-node=source-requests] .now")).isEqualTo("3 lag");
      assertThat(page.text("[data-node=ingest] .now")).isEqualTo("2 running");
      assertThat(page.text("[data-node=ingest] .tallies")).contains("41 ingested", "1 failed");
      assertThat(page.text("[data-node=shards] .now")).isEqualTo("12 lag");
      assertThat(page.text("[data-node=transform] .now")).isEqualTo("2 running");
      assertThat(page.text("[data-node=results] .now")).isEqualTo("1,200 done");
      assertThat(page.text("[data-node=results] .tallies")).contains("3 failed", "2 cancelled");
      assertThat(page.text("[data-topic=source-requests-dead]"))
          .isEqualTo("source-requests-dead 1");
    }
  }

  @Test
  void aGroupSaysWhatTheServiceSays(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      assertThat(page.text(TRANSFORM + "[data-field=lag]")).isEqualTo("12");
      assertThat(page.text(TRANSFORM + "[data-field=waiting]")).isEqualTo("10");
      assertThat(page.text(TRANSFORM + "[data-field=inFlight]")).isEqualTo("2");
      assertThat(page.text(TRANSFORM + "[data-field=oldestAgeSeconds]")).isEqualTo("4.2 s");
      assertThat(page.text(TRANSFORM + "[data-field=rateInPerSecond]")).isEqualTo("3/s");
      assertThat(page.text(TRANSFORM + "[data-field=rateOutPerSecond]")).isEqualTo("4.5/s");
      assertThat(page.text(TRANSFORM + "[data-field=secondsToEmpty]")).isEqualTo("8 s");
      assertThat(page.text(TRANSFORM + "[data-field=members]")).isEqualTo("2");
      assertThat(page.text(TRANSFORM + "[data-field=attemptsAboveOne]")).isEqualTo("1");
      assertThat(page.text(TRANSFORM + "[data-field=state]")).isEqualTo("Stable");
      assertThat(page.driver().getTitle()).isEqualTo("lag ≥ 12 · Shardline");
    }
  }

  @Test
  void aLargeFigureIsReadableAndItsExactValueIsAtHand(Chromium chromium) throws IOException {
    ObjectNode overview = Overviews.lasting();
    Overviews.group(overview, 0).put("lag", 12_345_678).put("oldestAgeSeconds", 93_784.5);
    try (OpenPage page = OpenPage.showing(overview, chromium)) {
      assertThat(page.text(TRANSFORM + "[data-field=lag]")).isEqualTo("12.3M");
      assertThat(
              page.run(
                  "return document.querySelector(arguments[0]).title",
                  TRANSFORM + "[data-field=lag] .shown"))
          .isEqualTo("12,345,678");
      assertThat(page.text(TRANSFORM + "[data-field=oldestAgeSeconds]")).isEqualTo("1 d 2 h");
    }
  }

  @Test
  void workersJobsFailuresAndDeadLettersSayWhatTheServiceSays(Chromium chromium)
      throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      assertThat(page.text("#workers tbody tr:nth-child(1)"))
          .contains("node-1-4711", "busy", "factorial-sum 1000000", "attempt 2", "600");
      assertThat(page.text("#workers tbody tr:nth-child(2)"))
          .contains("node-2-17", "gone", "seen 31 s ago");
      assertThat(page.text("#jobs tbody tr:nth-child(1)")).contains("9 of 20");
      assertThat(page.number("document.querySelector('#jobs progress').value")).isEqualTo(9);
      assertThat(page.number("document.querySelector('#jobs progress').max")).isEqualTo(20);
      assertThat(page.text("#failures tbody tr"))
          .contains("DEADLINE", "the time limit of 2 s was reached", "shard-results-2 @ 55");
      assertThat(page.text("#dead-letters tbody tr"))
          .contains(
              "INVALID_FIELD", "shards-dead", "3", "number: expected an integer of 0 or above");
    }
  }

  @Test
  void aJobOfUnknownSizeHasNoBarThatWouldInventAnEnd(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      assertThat(page.text("#jobs tbody tr:nth-child(2) [data-field=progress]"))
          .isEqualTo("4 so far");
      assertThat(
              page.isTrue(
                  "document.querySelector('#jobs tr:nth-child(2) progress').checkVisibility()"))
          .isFalse();
    }
  }

  @Test
  void theTimeOfRunningWorkGoesOnByTheServersClock(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      // Begun 25 s before the server's time, whatever the time of this machine.
      OpenPage.patiently().untilAsserted(() -> assertThat(elapsed(page)).isBetween(25, 120));
      int before = elapsed(page);
      OpenPage.patiently().until(() -> elapsed(page) > before);
    }
  }

  @Test
  void anEventChangesFiguresAndLeavesFocusAndOpenedDetails(Chromium chromium) throws IOException {
    ObjectNode overview = Overviews.lasting();
    try (OpenPage page = OpenPage.showing(overview, chromium)) {
      page.run("document.querySelector(arguments[0]).click()", TRANSFORM + "summary");
      page.reads(TRANSFORM + "tbody [data-field=lag]", "12");
      page.run("document.querySelector('#failures a').focus()");
      page.run("window.focused = document.activeElement");

      ObjectNode next = Overviews.later(overview, Duration.ofSeconds(5));
      Overviews.group(next, 0).put("lag", 7).put("waiting", 5);
      ((ObjectNode) Overviews.group(next, 0).path("partitions").path(0)).put("lag", 7);
      ObjectNode newer = ((ObjectNode) next.path("failures").path(0)).deepCopy().put("offset", 56);
      next.withArray("failures").insert(0, newer);
      page.server().send(next);

      page.reads(TRANSFORM + "[data-field=lag]", "7");
      page.reads(TRANSFORM + "tbody [data-field=lag]", "7");
      assertThat(page.number("document.querySelectorAll('#failures tbody tr').length"))
          .isEqualTo(2);
      assertThat(page.text("#failures tbody tr")).contains("@ 56");
      assertThat(page.isTrue("document.activeElement === window.focused")).isTrue();
      assertThat(page.isTrue("document.querySelector(\"" + TRANSFORM + "details\").open")).isTrue();
      assertThat(page.driver().getTitle()).isEqualTo("lag ≥ 7 · Shardline");
    }
  }

  private static int elapsed(OpenPage page) {
    String[] words = page.text("#workers .elapsed").split(" ", -1);
    return words[1].equals("s")
        ? Integer.parseInt(words[0])
        : 60 * Integer.parseInt(words[0]) + (words.length > 2 ? Integer.parseInt(words[2]) : 0);
  }
}
