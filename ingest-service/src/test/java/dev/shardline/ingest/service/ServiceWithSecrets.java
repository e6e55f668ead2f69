package dev.shardline.ingest.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A service with secrets of several kinds. */
public final class ServiceWithSecrets extends ServiceWithItsOwnBroker {

  /** In every value, and nowhere else. */
  static final String MARK = "s3cret-VALUE";

  static final String TOKEN = MARK + "-of-crm";
  static final String BEARER = "Bearer " + MARK + "-of-shop";
  static final String IN_A_FILE = MARK + "-in-a-file";

  private static final String TWO_LINES = MARK + "-first\r\nX-Evil: " + MARK + "-second";

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(super.start());
    settings.putAll(
        Map.of(
            "ingest.secrets.crm-token",
            TOKEN,
            "ingest.secrets.shop-token",
            BEARER,
            "ingest.secrets.two-lines",
            TWO_LINES,
            "smallrye.config.source.file.locations",
            mounted().toString(),
            "ingest.http.read-timeout",
            "1s",
            "ingest.retry.max-attempts",
            "2"));
    return settings;
  }

  /** As Kubernetes mounts a Secret: a file for each key, behind links that are swapped. */
  private static Path mounted() {
    try {
      Path mount = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "secrets-");
      Path version = Files.createDirectory(mount.resolve("..2026_11_24"));
      Files.writeString(version.resolve("ingest.secrets.file-token"), IN_A_FILE + "\n");
      Files.createSymbolicLink(mount.resolve("..data"), version.getFileName());
      Files.createSymbolicLink(
          mount.resolve("ingest.secrets.file-token"), Path.of("..data/ingest.secrets.file-token"));
      return mount;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
