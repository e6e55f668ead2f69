package dev.shardline.monitor.page;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The machine's own Chromium without a window. Nothing is looked for or downloaded elsewhere. */
public final class Chromium implements AutoCloseable {

  private static final Optional<Path> BROWSER =
      onPath("chromium", "chromium-browser", "google-chrome");
  private static final Optional<Path> DRIVER = onPath("chromedriver");

  // Nothing here uses the typed commands that it misses for a browser newer than itself.
  private static final Logger COMMANDS =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  static {
    COMMANDS.setLevel(Level.SEVERE);
  }

  private final Path profile;
  private final ChromeDriver driver;

  /** Starts it, with a profile of its own. */
  public Chromium() throws IOException {
    profile = Files.createTempDirectory("shardline-page-");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.orElseThrow().toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        // Containers often have little shared memory, and a browser without it dies.
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
    // What is compared as text must not depend on the machine's language and place.
    driver.executeCdpCommand("Emulation.setLocaleOverride", Map.of("locale", "en-US"));
    driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", "UTC"));
  }

  static boolean isInstalled() {
    return BROWSER.isPresent() && DRIVER.isPresent();
  }

  ChromeDriver driver() {
    return driver;
  }

  private static Optional<Path> onPath(String... names) {
    List<String> directories =
        List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
    return Stream.of(names)
        .flatMap(name -> directories.stream().map(directory -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() throws IOException {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
