package dev.shardline.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** The page as somebody has it open, in a tab of its own. */
final class OpenPage implements AutoCloseable {

  static final int DESKTOP = 1280;
  static final int PHONE = 360;

  private final ChromeDriver driver;
  private final PageServer server;

  private OpenPage(ChromeDriver driver, PageServer server) {
    this.driver = driver;
    this.server = server;
  }

  /** Opens it in a light desktop window; the server is closed with the page. */
  static OpenPage at(PageServer server, Chromium chromium) {
    return at(server, chromium, DESKTOP, "light");
  }

  /**
   * Opens it in a window so many pixels wide, for a reader who prefers {@code light} or {@code
   * dark}.
   */
  static OpenPage at(PageServer server, Chromium chromium, int width, String scheme) {
    OpenPage page = new OpenPage(chromium.driver(), server);
    page.cdp(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width == PHONE));
    Map<String, String> preference = Map.of("name", "prefers-color-scheme", "value", scheme);
    page.cdp("Emulation.setEmulatedMedia", Map.of("features", List.of(preference)));
    // What an earlier page logged is not this one's.
    chromium.driver().manage().logs().get(LogType.BROWSER);
    chromium.driver().manage().logs().get(LogType.PERFORMANCE);
    chromium.driver().get(server.address());
    return page;
  }

  /** Opens it on what the overview says, and waits until that is shown. */
  static OpenPage showing(JsonNode overview, Chromium chromium) throws IOException {
    return showing(overview, chromium, DESKTOP, "light");
  }

  static OpenPage showing(JsonNode overview, Chromium chromium, int width, String scheme)
      throws IOException {
    OpenPage page = at(new PageServer(overview), chromium, width, scheme);
    page.isLive();
    return page;
  }

  PageServer server() {
    return server;
  }

  /** What a reader sees of the first element that matches; empty where there is none. */
  String text(String selector) {
    return Objects.requireNonNullElse(
        (String) run("return document.querySelector(arguments[0])?.innerText.trim()", selector),
        "");
  }

  /** Waits until a reader sees the text in the first element that matches. */
  void reads(String selector, String text) {
    patiently().untilAsserted(() -> assertThat(text(selector)).isEqualTo(text));
  }

  void isLive() {
    reads(".freshness [data-slot=state]", "Live");
  }

  void isOld() {
    reads(".freshness [data-slot=state]", "Old");
  }

  @Nullable Object run(String script, @Nullable Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  boolean isTrue(String expression) {
    return Boolean.TRUE.equals(run("return " + expression));
  }

  long number(String expression) {
    return ((Number) Objects.requireNonNull(run("return " + expression), expression)).longValue();
  }

  void press(Keys key) {
    driver.switchTo().activeElement().sendKeys(key);
  }

  ChromeDriver driver() {
    return driver;
  }

  static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(30));
  }

  private void cdp(String command, Map<String, Object> parameters) {
    driver.executeCdpCommand(command, parameters);
  }

  @Override
  public void close() {
    driver.get("about:blank");
    server.close();
  }
}
