package dev.shardline.monitor.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

@ExtendWith(InChromium.class)
class PageAccessTest {

  private static final String INTERACTIVE = "a[href], button, summary, [tabindex=\"0\"]";
  private static final String OPEN_ALL =
      "document.querySelectorAll('details').forEach(d => { d.open = true; })";

  @ParameterizedTest
  @CsvSource({"1280,light", "1280,dark", "360,light", "360,dark"})
  void axeFindsNothingWrong(int width, String scheme, Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium, width, scheme)) {
      opened(page);
      assertThat(violations(page)).isEqualTo(List.of());
    }
  }

  @ParameterizedTest
  @CsvSource({"light", "dark"})
  void axeFindsNothingWrongWithOldFiguresAndARecord(String scheme, Chromium chromium)
      throws IOException {
    try (OpenPage page =
        OpenPage.showing(Overviews.lasting(), chromium, OpenPage.DESKTOP, scheme)) {
      opened(page);
      page.server().goAway();
      page.isOld();
      assertThat(violations(page)).isEqualTo(List.of());
      page.run("document.querySelector('#failures a').click()");
      OpenPage.patiently()
          .until(
              () -> page.text("dialog [data-slot=body]").startsWith("The record cannot be shown"));
      assertThat(violations(page)).isEqualTo(List.of());
    }
  }

  @Test
  void tabReachesEverythingThatCanBeUsedAndAllOfItHasAName(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      opened(page);
      page.run(
          "[...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility())"
              + ".forEach((e, i) => { e.dataset.number = i; })",
          INTERACTIVE);
      long all = page.number("document.querySelectorAll('[data-number]').length");
      Set<String> reached = new HashSet<>();
      for (int tabs = 0; tabs < 2 * all; tabs++) {
        page.press(Keys.TAB);
        reached.add(String.valueOf(page.run("return document.activeElement.dataset.number")));
      }
      reached.remove("null");
      assertThat((long) reached.size()).isEqualTo(all).isGreaterThan(12);
      assertThat(
              page.run(
                  "return [...document.querySelectorAll('[data-number]')].filter(e =>"
                      + " !(e.getAttribute('aria-label') || e.innerText.trim())).map(e => e.outerHTML)"))
          .isEqualTo(List.of());
    }
  }

  @ParameterizedTest
  @CsvSource({"360", "768", "1280"})
  void noWidthScrollsSideways(int width, Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium, width, "light")) {
      opened(page);
      assertThat(page.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
      assertThat(
              page.run(
                  "return [...document.querySelectorAll('main *')].filter(e =>"
                      + " !e.closest('svg, thead, caption') && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML)"))
          .as("cut off at the right")
          .isEqualTo(List.of());
    }
  }

  @Test
  void aReaderWhoPrefersDarkGetsLightTextOnDarkGround(Chromium chromium) throws IOException {
    try (OpenPage page =
        OpenPage.showing(Overviews.lasting(), chromium, OpenPage.DESKTOP, "dark")) {
      assertThat(brightness(page, "backgroundColor")).isLessThan(60);
      assertThat(brightness(page, "color")).isGreaterThan(600);
    }
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      assertThat(brightness(page, "backgroundColor")).isGreaterThan(600);
      assertThat(brightness(page, "color")).isLessThan(150);
    }
  }

  @Test
  void theStructureIsThereForWhoeverHearsThePage(Chromium chromium) throws IOException {
    try (OpenPage page = OpenPage.showing(Overviews.lasting(), chromium)) {
      opened(page);
      assertThat(page.run("return document.documentElement.lang")).isEqualTo("en");
      for (String one :
          new String[] {
            "h1", "main", "body > header", "nav", "footer", "[role=alert]", "[role=status]"
          }) {
        assertThat(page.number("document.querySelectorAll('" + one + "').length"))
            .as(one)
            .isEqualTo(1);
      }
      assertThat(
              page.isTrue(
                  "[...document.querySelectorAll('table')].every(t => t.caption?.textContent)"))
          .isTrue();
      assertThat(
              page.isTrue(
                  "[...document.querySelectorAll('th')].every(th => th.scope === 'col' || th.scope === 'row')"))
          .isTrue();
      assertThat(
              page.isTrue(
                  "[...document.querySelectorAll('section')].every(s => document.getElementById(s.getAttribute('aria-labelledby')))"))
          .isTrue();
    }
  }

  private static void opened(OpenPage page) {
    page.run(OPEN_ALL);
    OpenPage.patiently()
        .until(() ->
            page.isTrue(
                "[...document.querySelectorAll('details')].every(d => d.querySelector('tbody tr'))"));
  }

  private static long brightness(OpenPage page, String property) {
    return page.number(
        "getComputedStyle(document.body)."
            + property
            + ".match(/\\d+/g).slice(0, 3).reduce((a, b) => a + Number(b), 0)");
  }

  private static Object violations(OpenPage page) throws IOException {
    page.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
    try (InputStream axe = PageAccessTest.class.getResourceAsStream("/axe.min.js")) {
      page.run(new String(Objects.requireNonNull(axe, "axe.min.js").readAllBytes(), UTF_8));
    }
    return Objects.requireNonNull(
        page.driver()
            .executeAsyncScript(
                "axe.run(document, {resultTypes: ['violations']}).then(r => arguments[0](r.violations.map("
                    + "v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))))"));
  }
}
