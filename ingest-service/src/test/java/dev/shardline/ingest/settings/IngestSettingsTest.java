package dev.shardline.ingest.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.objectstore.S3Settings;
import dev.shardline.objectstore.s3.S3Connection;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestSettingsTest {

  @Test
  void hasDefaults() throws IOException {
    IngestSettings settings = settings(Map.of());

    assertThat(settings.group()).isEqualTo("shardline-ingest");
    assertThat(settings.workers()).isEqualTo(4);
    assertThat(settings.workerThreads()).isEqualTo(WorkerThreads.VIRTUAL);
    assertThat(settings.workerId()).isEmpty();
    assertThat(settings.drainTimeout()).isEqualTo(Duration.ofSeconds(25));
    assertThat(settings.terminationGracePeriod()).isEmpty();
    assertThat(settings.statusInterval()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.retry().maxAttempts()).isEqualTo(3);
    assertThat(settings.retry().initialDelay()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.retry().maxDelay()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.retry().jitter()).isEqualTo(0.5);
    assertThat(settings.retry().maxWaiting()).isEqualTo(100);
    assertThat(settings.http().connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.http().readTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.http().totalTimeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.http().allowedSchemes()).containsExactly("https", "http");
    assertThat(settings.http().allowedHosts()).isEmpty();
    assertThat(settings.http().allowedPorts()).isEmpty();
    assertThat(settings.http().allowedNetworks()).isEmpty();
    assertThat(settings.http().perHost().maxConcurrent()).isEmpty();
    assertThat(settings.http().perHost().maxRate()).isEmpty();
    assertThat(settings.body().maxSize().asLongValue()).isEqualTo(1L << 30);
    assertThat(settings.file().roots()).isEmpty();
    assertThat(settings.s3().buckets()).isEmpty();
    assertThat(settings.s3().region()).isEmpty();
    assertThat(settings.s3().endpoint()).isEmpty();
    assertThat(settings.s3().pathStyle()).isFalse();
    assertThat(settings.objectStore().kind()).isEqualTo(StoreKind.FILESYSTEM);
    assertThat(settings.objectStore().directory()).isEqualTo(Path.of("data/objects"));
    assertThat(settings.objectStore().s3().bucket()).isEmpty();
    assertThat(settings.objectStore().s3().prefix()).isEmpty();
    assertThat(settings.objectStore().s3().region()).isEmpty();
    assertThat(settings.objectStore().s3().endpoint()).isEmpty();
    assertThat(settings.objectStore().s3().pathStyle()).isFalse();
    assertThat(settings.objectStore().s3().partSize().asLongValue()).isEqualTo(8L << 20);
    assertThat(settings.shards().maxUnconfirmed()).isEqualTo(500);
    assertThat(settings.shards().maxBadRows()).isEqualTo(0.1);
    assertThat(settings.metrics().maxSources()).isEqualTo(100);
    assertThat(settings.progress().interval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.secrets()).isEmpty();
    assertThatCode(() -> SettingsCheck.check(settings)).doesNotThrowAnyException();
  }

  @Test
  void takesEverySetting() throws IOException {
    IngestSettings settings =
        settings(
            Map.ofEntries(
                Map.entry("ingest.group", "other"),
                Map.entry("ingest.workers", "8"),
                Map.entry("ingest.worker-threads", "platform"),
                Map.entry("ingest.worker-id", "host-1"),
                Map.entry("ingest.drain-timeout", "50s"),
                Map.entry("ingest.termination-grace-period", "60s"),
                Map.entry("ingest.retry.max-attempts", "7"),
                Map.entry("ingest.retry.initial-delay", "2s"),
                Map.entry("ingest.retry.max-delay", "10m"),
                Map.entry("ingest.retry.jitter", "1"),
                Map.entry("ingest.retry.max-waiting", "9"),
                Map.entry("ingest.http.connect-timeout", "1s"),
                Map.entry("ingest.http.read-timeout", "2s"),
                Map.entry("ingest.http.total-timeout", "1h"),
                Map.entry("ingest.http.allowed-schemes", "https"),
                Map.entry("ingest.http.allowed-hosts", "api.example.com,*.example.org"),
                Map.entry("ingest.http.allowed-ports", "443,8443"),
                Map.entry("ingest.http.allowed-networks", "10.0.0.0/8,::1"),
                Map.entry("ingest.http.per-host.max-concurrent", "3"),
                Map.entry("ingest.http.per-host.max-rate", "0.5"),
                Map.entry("ingest.body.max-size", "10M"),
                Map.entry("ingest.file.roots", "/a,/b"),
                Map.entry("ingest.s3.buckets", "one,two"),
                Map.entry("ingest.s3.region", "eu-central-1"),
                Map.entry("ingest.s3.endpoint", "https://s3.local"),
                Map.entry("ingest.s3.path-style", "true"),
                Map.entry("ingest.object-store.kind", "s3"),
                Map.entry("ingest.object-store.directory", "/objects"),
                Map.entry("ingest.object-store.s3.bucket", "bodies"),
                Map.entry("ingest.object-store.s3.prefix", "a/b"),
                Map.entry("ingest.object-store.s3.region", "eu-west-1"),
                Map.entry("ingest.object-store.s3.endpoint", "http://localhost:9000"),
                Map.entry("ingest.object-store.s3.path-style", "true"),
                Map.entry("ingest.object-store.s3.part-size", "16M"),
                Map.entry("ingest.progress.interval", "0s"),
                Map.entry("ingest.status-interval", "0"),
                Map.entry("ingest.shards.max-unconfirmed", "7"),
                Map.entry("ingest.shards.max-bad-rows", "0.25"),
                Map.entry("ingest.metrics.max-sources", "0"),
                Map.entry("ingest.secrets.\"token.of.crm\"", "s3cret")));

    assertThat(settings.group()).isEqualTo("other");
    assertThat(settings.workers()).isEqualTo(8);
    assertThat(settings.workerThreads()).isEqualTo(WorkerThreads.PLATFORM);
    assertThat(WorkerId.of(settings)).isEqualTo("host-1");
    assertThat(settings.drainTimeout()).isEqualTo(Duration.ofSeconds(50));
    assertThat(settings.terminationGracePeriod()).contains(Duration.ofSeconds(60));
    assertThat(settings.statusInterval()).isZero();
    assertThat(settings.retry().maxAttempts()).isEqualTo(7);
    assertThat(settings.retry().initialDelay()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.retry().maxDelay()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.retry().jitter()).isEqualTo(1);
    assertThat(settings.retry().maxWaiting()).isEqualTo(9);
    assertThat(settings.http().connectTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.http().readTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.http().totalTimeout()).isEqualTo(Duration.ofHours(1));
    assertThat(settings.http().allowedSchemes()).containsExactly("https");
    assertThat(settings.http().allowedHosts())
        .contains(List.of("api.example.com", "*.example.org"));
    assertThat(settings.http().allowedPorts()).contains(List.of(443, 8443));
    assertThat(settings.http().allowedNetworks()).contains(List.of("10.0.0.0/8", "::1"));
    assertThat(settings.http().perHost().maxConcurrent()).hasValue(3);
    assertThat(settings.http().perHost().maxRate()).hasValue(0.5);
    assertThat(settings.body().maxSize().asLongValue()).isEqualTo(10L << 20);
    assertThat(settings.file().roots()).contains(List.of(Path.of("/a"), Path.of("/b")));
    assertThat(settings.s3().buckets()).contains(List.of("one", "two"));
    assertThat(S3Config.sources(settings.s3()))
        .isEqualTo(
            new S3Connection(
                Optional.of("eu-central-1"), Optional.of(URI.create("https://s3.local")), true));
    assertThat(settings.objectStore().kind()).isEqualTo(StoreKind.S3);
    assertThat(settings.objectStore().directory()).isEqualTo(Path.of("/objects"));
    assertThat(S3Config.store(settings.objectStore().s3()))
        .isEqualTo(
            new S3Settings(
                "bodies",
                "a/b",
                new S3Connection(
                    Optional.of("eu-west-1"),
                    Optional.of(URI.create("http://localhost:9000")),
                    true),
                16L << 20));
    assertThat(settings.shards().maxUnconfirmed()).isEqualTo(7);
    assertThat(settings.shards().maxBadRows()).isEqualTo(0.25);
    assertThat(settings.metrics().maxSources()).isZero();
    assertThat(settings.progress().interval()).isZero();
    assertThat(settings.secrets()).containsExactly(Map.entry("token.of.crm", "s3cret"));
    assertThatCode(() -> SettingsCheck.check(settings)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "ingest.workers, 0, 'ingest.workers must be from 1 to 1000, was 0'",
    "ingest.workers, 1001, 'ingest.workers must be from 1 to 1000, was 1001'",
    "ingest.shards.max-unconfirmed, 0, "
        + "'ingest.shards.max-unconfirmed must be from 1 to 100000, was 0'",
    "ingest.shards.max-bad-rows, -0.1, "
        + "'ingest.shards.max-bad-rows must be from 0.0 to 1.0, was -0.1'",
    "ingest.shards.max-bad-rows, 10, "
        + "'ingest.shards.max-bad-rows must be from 0.0 to 1.0, was 10.0'",
    "ingest.status-interval, 999ms, "
        + "'ingest.status-interval must be from 1000 ms to 60000 ms, was 999 ms'",
    "ingest.status-interval, 61s, "
        + "'ingest.status-interval must be from 1000 ms to 60000 ms, was 61000 ms'",
    "ingest.progress.interval, 2h, "
        + "'ingest.progress.interval must be from 0 ms to 3600000 ms, was 7200000 ms'",
    "ingest.drain-timeout, 25h, "
        + "'ingest.drain-timeout must be from 0 ms to 86400000 ms, was 90000000 ms'",
    "ingest.termination-grace-period, 3d, "
        + "'ingest.termination-grace-period must be from 0 ms to 172800000 ms, was 259200000 ms'",
    "ingest.termination-grace-period, 25s, "
        + "'ingest.drain-timeout must be shorter than ingest.termination-grace-period, 25000 ms,"
        + " was 25000 ms'",
    "ingest.retry.max-attempts, 0, 'ingest.retry.max-attempts must be from 1 to 20, was 0'",
    "ingest.retry.max-attempts, 21, 'ingest.retry.max-attempts must be from 1 to 20, was 21'",
    "ingest.retry.initial-delay, 0s, "
        + "'ingest.retry.initial-delay must be from 1 ms to 3600000 ms, was 0 ms'",
    "ingest.retry.max-delay, 500ms, "
        + "'ingest.retry.max-delay must be from 1000 ms to 86400000 ms, was 500 ms'",
    "ingest.retry.jitter, 1.1, 'ingest.retry.jitter must be from 0.0 to 1.0, was 1.1'",
    "ingest.retry.jitter, NaN, 'ingest.retry.jitter must be from 0.0 to 1.0, was NaN'",
    "ingest.retry.max-waiting, 0, 'ingest.retry.max-waiting must be from 1 to 10000, was 0'",
    "ingest.http.connect-timeout, 0s, "
        + "'ingest.http.connect-timeout must be from 1 ms to 3600000 ms, was 0 ms'",
    "ingest.http.read-timeout, 2h, "
        + "'ingest.http.read-timeout must be from 1 ms to 3600000 ms, was 7200000 ms'",
    "ingest.http.total-timeout, 30s, "
        + "'ingest.http.total-timeout must be from 30001 ms to 86400000 ms, was 30000 ms'",
    "ingest.http.allowed-schemes, ftp, "
        + "'ingest.http.allowed-schemes must be of https, http, was ftp'",
    "ingest.http.allowed-ports, 0, 'ingest.http.allowed-ports must be from 1 to 65535, was 0'",
    "ingest.http.allowed-networks, 10.0.0.0/33, 'ingest.http.allowed-networks: expected an address"
        + " or a block such as 10.0.0.0/8 or fd00::/8, was 10.0.0.0/33'",
    "ingest.http.per-host.max-concurrent, 0, "
        + "'ingest.http.per-host.max-concurrent must be from 1 to 1000, was 0'",
    "ingest.http.per-host.max-rate, 0, "
        + "'ingest.http.per-host.max-rate must be from 4.9E-324 to 1000000.0, was 0.0'",
    "ingest.metrics.max-sources, -1, "
        + "'ingest.metrics.max-sources must be from 0 to 10000, was -1'",
    "ingest.metrics.max-sources, 10001, "
        + "'ingest.metrics.max-sources must be from 0 to 10000, was 10001'",
    "ingest.body.max-size, 0, "
        + "'ingest.body.max-size must be from 1 to 9223372036854775807, was 0'",
  })
  void refusesAValueOutsideItsRange(String key, String value, String message) throws IOException {
    IngestSettings settings = settings(Map.of(key, value));

    assertThatThrownBy(() -> SettingsCheck.check(settings)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "bucket, Upper, 'ingest.object-store.s3.bucket must be 3 to 63 lower-case letters, digits,"
        + " dots and dashes, was \"Upper\"'",
    "prefix, /a, 'ingest.object-store.s3.prefix must be up to 300 letters, digits, dots, dashes,"
        + " underscores and slashes between them, was \"/a\"'",
    "region, EU, 'ingest.object-store.s3.region must be lower-case letters, digits and dashes,"
        + " such as eu-central-1, was \"EU\"'",
    "endpoint, localhost:9000, 'ingest.object-store.s3.endpoint must be http or https, a host, and"
        + " a port or path where there is one, without user and query, was of scheme localhost and"
        + " host null'",
    "part-size, 1M, 'ingest.object-store.s3.part-size must be from 5242880 to 1073741824,"
        + " was 1048576'",
  })
  void refusesAStoreThatCannotBe(String key, String value, String message) throws IOException {
    Map<String, String> values = new HashMap<>();
    values.put("ingest.object-store.kind", "s3");
    values.put("ingest.object-store.s3.bucket", "bodies");
    values.put("ingest.object-store.s3." + key, value);
    IngestSettings settings = settings(values);

    assertThatThrownBy(() -> SettingsCheck.check(settings)).hasMessage(message);
  }

  @Test
  void refusesAStoreInS3WithoutABucket() throws IOException {
    IngestSettings settings = settings(Map.of("ingest.object-store.kind", "s3"));

    assertThatThrownBy(() -> SettingsCheck.check(settings))
        .hasMessage(
            "ingest.object-store.s3.bucket must be set where ingest.object-store.kind is s3, was"
                + " not");
  }

  @Test
  void refusesBodiesOfMorePartsThanS3Takes() throws IOException {
    IngestSettings settings =
        settings(
            Map.of(
                "ingest.object-store.kind", "s3",
                "ingest.object-store.s3.bucket", "bodies",
                "ingest.body.max-size", "83886080001"));

    assertThatThrownBy(() -> SettingsCheck.check(settings))
        .hasMessage(
            "ingest.body.max-size must be up to 83886080000, which is 10000 parts of"
                + " ingest.object-store.s3.part-size, was 83886080001");
  }

  @Test
  void refusesAnEndpointOfSourcesThatIsNone() throws IOException {
    IngestSettings settings = settings(Map.of("ingest.s3.endpoint", "ftp://host"));

    assertThatThrownBy(() -> SettingsCheck.check(settings))
        .hasMessageStartingWith("ingest.s3.endpoint must be http or https, a host");
  }

  @Test
  void namesItsOwnKeyWhereAValueIsNoNumber() {
    assertThatThrownBy(() -> settings(Map.of("ingest.workers", "abc")))
        .hasMessageContaining("ingest.workers")
        .hasMessageContaining("abc");
  }

  @Test
  void namesAProcessByHostAndProcessId() throws IOException {
    assertThat(WorkerId.of(settings(Map.of())))
        .endsWith("-" + ProcessHandle.current().pid())
        .hasSizeGreaterThan(String.valueOf(ProcessHandle.current().pid()).length() + 1);
  }

  private static IngestSettings settings(Map<String, String> values) throws IOException {
    URL defaults =
        Objects.requireNonNull(IngestSettings.class.getResource("/application.properties"));
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .addDefaultInterceptors()
        .withMapping(IngestSettings.class)
        .withSources(
            new PropertiesConfigSource(defaults), new PropertiesConfigSource(values, "test", 900))
        .build()
        .getConfigMapping(IngestSettings.class);
  }
}
