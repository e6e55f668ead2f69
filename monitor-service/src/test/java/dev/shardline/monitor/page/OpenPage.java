package dev.shardline.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The page as somebody has it open, in a tab of its own. */
public final class OpenPage implements AutoCloseable {

  static final int DESKTOP = 1280;
  static final int PHONE = 360;

  private final ChromeDriver driver;
  private final @Nullable PageServer server;

  private OpenPage(ChromeDriver driver, @Nullable PageServer server) {
    this.driver = driver;
    this.server = server;
  }

  /** Opens that of a service, in a light desktop window. */
  public static OpenPage at(URI service, Chromium chromium) {
    OpenPage page = new OpenPage(chromium.driver(), null);
    page.open(service.toString(), DESKTOP, "light");
    return page;
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
    page.open(server.address(), width, scheme);
    return page;
  }

  private void open(String address, int width, String scheme) {
    cdp(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width == PHONE));
    Map<String, String> preference = Map.of("name", "prefers-color-scheme", "value", scheme);
    cdp("Emulation.setEmulatedMedia", Map.of("features", List.of(preference)));
    // What an earlier page logged is not this one's.
    driver.manage().logs().get(LogType.BROWSER);
    driver.manage().logs().get(LogType.PERFORMANCE);
    driver.get(address);
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
    return Objects.requireNonNull(server, "the page of a real service");
  }

  /** What a reader sees of the first element that matches; empty where there is none. */
  public String text(String selector) {
    return Objects.requireNonNullElse(
        (String) run("return document.querySelector(arguments[0])?.innerText.trim()", selector),
        "");
  }

  /** Waits until a reader sees the text in the first element that matches. */
  public void reads(String selector, String text) {
    patiently().untilAsserted(() -> assertThat(text(selector)).isEqualTo(text));
  }

  /** Waits until it says that its figures are live. */
  public void isLive() {
    reads(".freshness [data-slot=state]", "Live");
  }

  /** Waits until it says that its figures are old. */
  public void isOld() {
    reads(".freshness [data-slot=state]", "Old");
  }

  /** Runs a script in it. */
  public @Nullable Object run(String script, @Nullable Object... arguments) {
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

  /** What the browser's console has of warnings and errors, since it was asked last. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::toString)
        .toList();
  }

  /** Waits as long as a slow machine may take. */
  public static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(30));
  }

  private void cdp(String command, Map<String, Object> parameters) {
    driver.executeCdpCommand(command, parameters);
  }

  @Override
  public void close() {
    driver.get("about:blank");
    if (server != null) {
      server.close();
    }
  }
}
