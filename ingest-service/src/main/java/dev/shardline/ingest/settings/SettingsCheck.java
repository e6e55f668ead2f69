package dev.shardline.ingest.settings;

import dev.shardline.ingest.source.address.Network;
import dev.shardline.objectstore.S3Settings;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;

/** The ranges of the settings. */
public final class SettingsCheck {

  private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);
  private static final Duration MAX_TIMEOUT = Duration.ofHours(1);
  private static final Duration MAX_TOTAL_TIMEOUT = Duration.ofDays(1);
  private static final Duration MAX_DRAIN = Duration.ofDays(1);
  private static final Duration MAX_DELAY = Duration.ofDays(1);
  private static final Duration MIN_STATUS = Duration.ofSeconds(1);
  private static final Duration MAX_STATUS = Duration.ofMinutes(1);
  private static final Duration MAX_GRACE = Duration.ofDays(2);
  private static final BigInteger MAX_BYTES = BigInteger.valueOf(Long.MAX_VALUE);

  private SettingsCheck() {}

  /**
   * Checks every setting that has a range.
   *
   * @throws IllegalArgumentException if one is outside; the message names the key, the range and
   *     the value
   */
  public static void check(IngestSettings settings) {
    range("ingest.workers", settings.workers(), 1, 1000);
    range("ingest.shards.max-unconfirmed", settings.shards().maxUnconfirmed(), 1, 100_000);
    range("ingest.shards.max-bad-rows", settings.shards().maxBadRows(), 0.0, 1.0);
    range("ingest.metrics.max-sources", settings.metrics().maxSources(), 0, 10_000);
    range("ingest.progress.interval", settings.progress().interval(), Duration.ZERO, MAX_TIMEOUT);
    if (!settings.statusInterval().isZero()) {
      range("ingest.status-interval", settings.statusInterval(), MIN_STATUS, MAX_STATUS);
    }
    stop(settings);
    retry(settings.retry());
    http(settings.http());
    range(
        "ingest.body.max-size",
        settings.body().maxSize().asBigInteger(),
        BigInteger.ONE,
        MAX_BYTES);
    var _ = S3Config.sources(settings.s3());
    if (settings.objectStore().kind() == StoreKind.S3) {
      store(S3Config.store(settings.objectStore().s3()), settings.body());
    }
  }

  private static void http(IngestSettings.Http http) {
    range("ingest.http.connect-timeout", http.connectTimeout(), MIN_TIMEOUT, MAX_TIMEOUT);
    range("ingest.http.read-timeout", http.readTimeout(), MIN_TIMEOUT, MAX_TIMEOUT);
    range(
        "ingest.http.total-timeout",
        http.totalTimeout(),
        http.readTimeout().plusMillis(1),
        MAX_TOTAL_TIMEOUT);
    http.allowedSchemes()
        .forEach(scheme -> oneOf("ingest.http.allowed-schemes", scheme, "https", "http"));
    http.allowedPorts()
        .ifPresent(
            ports -> ports.forEach(port -> range("ingest.http.allowed-ports", port, 1, 65535)));
    http.allowedNetworks()
        .ifPresent(networks ->
            networks.forEach(network -> network("ingest.http.allowed-networks", network)));
    http.perHost()
        .maxConcurrent()
        .ifPresent(count -> range("ingest.http.per-host.max-concurrent", count, 1, 1000));
    http.perHost()
        .maxRate()
        .ifPresent(
            rate -> range("ingest.http.per-host.max-rate", rate, Double.MIN_VALUE, 1_000_000.0));
  }

  private static void oneOf(String key, String value, String... allowed) {
    if (!List.of(allowed).contains(value)) {
      throw new IllegalArgumentException(
          "%s must be of %s, was %s".formatted(key, String.join(", ", allowed), value));
    }
  }

  private static void network(String key, String value) {
    try {
      Network.of(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }

  private static void store(S3Settings store, IngestSettings.Body body) {
    if (body.maxSize().asLongValue() > store.maxObjectBytes()) {
      throw new IllegalArgumentException(
          "ingest.body.max-size must be up to %d, which is %d parts of ingest.object-store.s3.part-size, was %d"
              .formatted(
                  store.maxObjectBytes(), S3Settings.MAX_PARTS, body.maxSize().asLongValue()));
    }
  }

  private static void stop(IngestSettings settings) {
    Duration drain = settings.drainTimeout();
    range("ingest.drain-timeout", drain, Duration.ZERO, MAX_DRAIN);
    settings
        .terminationGracePeriod()
        .ifPresent(grace -> {
          range("ingest.termination-grace-period", grace, Duration.ZERO, MAX_GRACE);
          if (drain.compareTo(grace) >= 0) {
            throw new IllegalArgumentException(
                "ingest.drain-timeout must be shorter than ingest.termination-grace-period, %s, was %s"
                    .formatted(text(grace), text(drain)));
          }
        });
  }

  private static void retry(IngestSettings.Retry retry) {
    range("ingest.retry.max-attempts", retry.maxAttempts(), 1, 20);
    range("ingest.retry.initial-delay", retry.initialDelay(), MIN_TIMEOUT, MAX_TIMEOUT);
    range("ingest.retry.max-delay", retry.maxDelay(), retry.initialDelay(), MAX_DELAY);
    range("ingest.retry.jitter", retry.jitter(), 0.0, 1.0);
    range("ingest.retry.max-waiting", retry.maxWaiting(), 1, 10_000);
  }

  private static <T extends Comparable<T>> void range(String key, T value, T min, T max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, was %s".formatted(key, text(min), text(max), text(value)));
    }
  }

  private static String text(Object value) {
    return value instanceof Duration duration ? duration.toMillis() + " ms" : value.toString();
  }
}
