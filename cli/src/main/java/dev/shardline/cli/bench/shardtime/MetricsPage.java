package dev.shardline.cli.bench.shardtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a service counts, at one moment, in Prometheus' text format. Immutable.
 *
 * @param values of each metric, all of its labels added up
 */
record MetricsPage(Map<String, Double> values) {

  private static final int TIMEOUT_MILLIS = 10_000;

  MetricsPage {
    values = Map.copyOf(values);
  }

  /**
   * Reads it from a service.
   *
   * @param service any address of its HTTP server
   */
  static MetricsPage read(URI service) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) service.resolve("/q/metrics").toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      connection.setRequestProperty("Accept", "text/plain");
      try (InputStream body = connection.getInputStream()) {
        return of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the metrics of " + service, e);
    }
  }

  /** Of its text. */
  static MetricsPage of(String text) {
    Map<String, Double> values = new HashMap<>();
    text.lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .forEach(line -> {
          int brace = line.indexOf('{');
          int end = brace < 0 ? line.indexOf(' ') : brace;
          values.merge(
              line.substring(0, end),
              Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)),
              Double::sum);
        });
    return new MetricsPage(values);
  }

  /** 0 if it has not been counted yet. */
  double value(String metric) {
    return values.getOrDefault(metric, 0.0);
  }
}
