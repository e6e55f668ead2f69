package dev.shardline.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InChromium.class)
class PageFreshnessTest {

  private static final String BANNER = "[role=alert]";
  // With the day, unless it is the reader's today.
  private static final String SINCE =
      "These figures are old, from (Nov 25, 2026, )?12:00:05 PM\\. ";

  @Test
  void aLostConnectionMakesFiguresOldUntilItIsBack(Chromium chromium) throws IOException {
    ObjectNode overview = Overviews.lasting();
    try (OpenPage page = OpenPage.showing(overview, chromium)) {
      page.server().goAway();
      page.isOld();
      assertThat(page.text(BANNER))
          .matches(SINCE + "The connection to monitor-service is lost; trying to get it back.");
      assertThat(page.driver().getTitle()).startsWith("Old: lag");
      assertThat(page.text("#flow h2")).as("the values stay").isNotEmpty();
      assertThat(
              page.isTrue(
                  "getComputedStyle(document.querySelector('main .shown')).textDecorationStyle === 'dotted'"))
          .as("values are marked old")
          .isTrue();

      ObjectNode next = Overviews.later(overview, Duration.ofMinutes(1));
      Overviews.group(next, 0).put("lag", 5);
      page.server().comeBack(next);
      page.isLive();
      page.reads("[data-group='shardline-transform'] [data-field=lag]", "5");
      assertThat(page.text(BANNER)).isEmpty();
      assertThat(page.run("return document.querySelector('[role=status]').textContent"))
          .isEqualTo("The figures are live again.");
    }
  }

  @Test
  void aStreamThatAProxyEndsAndThatIsBackAtOnceIsNoNews(Chromium chromium) throws IOException {
    ObjectNode overview = Overviews.lasting();
    try (OpenPage page = OpenPage.showing(overview, chromium)) {
      page.run(
          "window.said = []; new MutationObserver(() => window.said.push(1))"
              + ".observe(document.querySelector('[role=alert]'), {childList: true})");
      page.server().endStreams();
      ObjectNode next = Overviews.later(overview, Duration.ofSeconds(5));
      Overviews.group(next, 0).put("lag", 4);
      page.server().send(next);
      page.reads("[data-group='shardline-transform'] [data-field=lag]", "4");
      assertThat(page.number("window.said.length")).isZero();
    }
  }

  @Test
  void silenceForTwoIntervalsMakesFiguresOldUntilTheNextEvent(Chromium chromium)
      throws IOException {
    ObjectNode overview = Overviews.example().put("intervalSeconds", 0.5);
    try (OpenPage page = OpenPage.at(new PageServer(overview), chromium)) {
      page.isOld();
      assertThat(page.text(BANNER)).matches(SINCE + "monitor-service sends nothing.");
      page.server()
          .send(Overviews.later(overview, Duration.ofSeconds(9)).put("intervalSeconds", 600));
      page.isLive();
      assertThat(page.text(BANNER)).isEmpty();
    }
  }

  @Test
  void aServiceThatCannotReadIsOldSinceItCouldWhileItsEventsComeOn(Chromium chromium)
      throws IOException {
    ObjectNode overview = Overviews.lasting();
    try (OpenPage page = OpenPage.showing(overview, chromium)) {
      page.server()
          .send(
              Overviews.later(overview, Duration.ofSeconds(20))
                  .put("stale", true)
                  .put("staleReason", "the broker timed out"));
      page.isOld();
      assertThat(page.text(BANNER))
          .matches(SINCE + "monitor-service could not read: the broker timed out");
      page.server().send(Overviews.later(overview, Duration.ofSeconds(25)));
      page.isLive();
    }
  }

  @Test
  void aClusterThatCannotBeReachedIsNamedAsTheCause(Chromium chromium) throws IOException {
    ObjectNode overview = Overviews.lasting();
    ((ObjectNode) overview.path("cluster"))
        .put("reachable", false)
        .put("reason", "no broker answers");
    try (OpenPage page = OpenPage.at(new PageServer(overview), chromium)) {
      page.isOld();
      assertThat(page.text(BANNER)).contains("cannot reach the Kafka cluster: no broker answers");
    }
  }

  @Test
  void theTimeOfRunningWorkStandsStillWhileNobodyKnowsOfIt(Chromium chromium) throws IOException {
    ObjectNode overview = Overviews.lasting();
    try (OpenPage page = OpenPage.showing(overview, chromium)) {
      page.server().goAway();
      page.isOld();
      page.run(
          "window.ticks = 0; new MutationObserver(() => window.ticks++)"
              + ".observe(document.querySelector('#workers'), {subtree: true, childList: true, characterData: true})");
      // A lost connection is tried again every few seconds; the page judges once a second.
      page.run("window.until = performance.now() + 3000");
      OpenPage.patiently().until(() -> page.isTrue("performance.now() > window.until"));
      assertThat(page.number("window.ticks")).isZero();
    }
  }

  @Test
  void eventsThatChangeNothingAreNotReadAloud(Chromium chromium) throws IOException {
    ObjectNode overview = Overviews.lasting();
    try (OpenPage page = OpenPage.showing(overview, chromium)) {
      page.run(
          "window.said = 0; for (const region of document.querySelectorAll('[role=alert], [role=status]')) {"
              + "new MutationObserver(() => window.said++).observe(region, {subtree: true, childList: true, characterData: true}) }");
      ObjectNode next = Overviews.later(overview, Duration.ofSeconds(5));
      Overviews.group(next, 0).put("lag", 3);
      page.server().send(next);
      page.reads("[data-group='shardline-transform'] [data-field=lag]", "3");
      assertThat(page.number("window.said")).isZero();
    }
  }
}
