package dev.shardline.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InChromium.class)
class PageSafetyTest {

  private static final String MARKUP =
      "<img src=x onerror=\"window.pwned=1\"><script>window.pwned=1</script>";
  private static final int LARGEST = 200_000;
  private static final int AIM = 80_000;

  @Test
  void whateverATopicSaysStaysText(Chromium chromium) throws IOException {
    ObjectNode overview = Overviews.lasting();
    ((ObjectNode) overview.path("flow").path("shards"))
        .put("topic", MARKUP)
        .putNull("lag")
        .put("lagReason", MARKUP);
    Overviews.group(overview, 1).put("group", MARKUP).put("reason", MARKUP).put("state", MARKUP);
    ObjectNode worker = (ObjectNode) overview.path("workers").path(0);
    worker.put("worker", MARKUP);
    ((ObjectNode) worker.path("running").path(0)).put("work", MARKUP).put("key", MARKUP);
    ((ObjectNode) overview.path("jobs").path(0)).put("job", MARKUP);
    ((ObjectNode) overview.path("failures").path(0))
        .put("what", MARKUP)
        .put("reason", MARKUP)
        .put("message", MARKUP)
        .put("key", MARKUP)
        .put("topic", MARKUP);
    ((ObjectNode) overview.path("deadLettersByCause").path(0))
        .put("cause", MARKUP)
        .put("lastMessage", MARKUP);
    PageServer server = new PageServer(overview);
    ObjectNode record =
        overview
            .objectNode()
            .put("topic", MARKUP)
            .put("partition", 0)
            .put("offset", 1)
            .put("key", MARKUP)
            .put("value", MARKUP);
    record.putObject("headers").put(MARKUP, MARKUP);
    server.record(200, record);

    try (OpenPage page = OpenPage.at(server, chromium)) {
      page.isLive();
      page.run("document.querySelector('#failures a').click()");
      page.reads("dialog pre", MARKUP);
      for (String place :
          new String[] {
            "#flow", "#groups", "#workers", "#jobs", "#failures", "#dead-letters", "dialog"
          }) {
        assertThat(page.text(place)).as(place).contains(MARKUP);
      }
      assertThat(
              page.number(
                  "document.querySelectorAll('main img, main script, dialog img, dialog script').length"))
          .isZero();
      assertThat(page.isTrue("window.pwned === undefined")).isTrue();
    }
  }

  @Test
  void allComesFromItsOwnOriginWithoutAnErrorInFewBytes(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      Traffic traffic = Traffic.of(page.driver());
      assertThat(traffic.addresses())
          .hasSizeGreaterThan(10)
          .allSatisfy(address -> assertThat(address).startsWith(page.server().address()));
      assertThat(traffic.failures()).isEmpty();
      assertThat(traffic.bytes()).isPositive().isLessThan(LARGEST);
      assertThat(page.server().fileBytes()).isLessThan(AIM);
      assertThat(page.complaints()).isEmpty();
    }
  }

  @Test
  void thePageItselfForbidsWhatItDoesNotNeed(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      assertThat(
              page.run(
                  "return document.querySelector('meta[http-equiv=Content-Security-Policy]').content"))
          .asString()
          .contains("default-src 'self'");
      assertThat(
              page.number("document.querySelectorAll('[style], style, script:not([src])').length"))
          .isZero();
      assertThat(
              page.isTrue(
                  "[...document.querySelectorAll('*')].every(e => e.getAttributeNames().every(n => !n.startsWith('on')))"))
          .isTrue();
    }
  }
}
