package dev.shardline.transform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.objectstore.S3Settings;
import dev.shardline.objectstore.s3.S3Connection;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformSettingsTest {

  @Test
  void hasDefaults() {
    TransformSettings settings = settings(Map.of());

    assertThat(settings.consumption()).isEqualTo(Consumption.QUEUE);
    assertThat(settings.group()).isEmpty();
    assertThat(settings.slots()).isEmpty();
    assertThat(settings.workerId()).isEmpty();
    assertThat(settings.maxNumber()).isEqualTo(10_000_000);
    assertThat(settings.maxAttempts()).isEqualTo(3);
    assertThat(settings.drainTimeout()).isEqualTo(Duration.ofSeconds(25));
    assertThat(settings.terminationGracePeriod()).isEmpty();
    assertThat(settings.timeLimit()).isEqualTo(Duration.ofHours(1));
    assertThat(settings.statusInterval()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.retry().initialDelay()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.retry().maxDelay()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.factorial().nativeUse()).isEqualTo(NativeUse.AUTO);
    assertThat(settings.factorial().nativeMemory().asLongValue()).isEqualTo(256L << 20);
    assertThat(settings.plugins()).isEmpty();
    assertThat(settings.decimal().inlineLimit().asLongValue()).isEqualTo(64 * 1024);
    assertThat(settings.objectStore().kind()).isEqualTo(StoreKind.FILESYSTEM);
    assertThat(settings.objectStore().directory()).isEqualTo(Path.of("data/objects"));
    assertThat(settings.objectStore().s3().bucket()).isEmpty();
    assertThat(settings.objectStore().s3().prefix()).isEmpty();
    assertThat(settings.objectStore().s3().region()).isEmpty();
    assertThat(settings.objectStore().s3().endpoint()).isEmpty();
    assertThat(settings.objectStore().s3().pathStyle()).isFalse();
    assertThat(settings.objectStore().s3().partSize().asLongValue()).isEqualTo(8L << 20);
    assertThatCode(() -> SettingsCheck.check(settings)).doesNotThrowAnyException();
  }

  @Test
  void takesEverySetting() {
    TransformSettings settings =
        settings(
            Map.ofEntries(
                Map.entry("transform.consumption", "partitions"),
                Map.entry("transform.group", "other"),
                Map.entry("transform.slots", "8"),
                Map.entry("transform.worker-id", "host-1"),
                Map.entry("transform.max-number", "5000"),
                Map.entry("transform.max-attempts", "4"),
                Map.entry("transform.drain-timeout", "2m"),
                Map.entry("transform.termination-grace-period", "3m"),
                Map.entry("transform.time-limit", "90s"),
                Map.entry("transform.status-interval", "10s"),
                Map.entry("transform.retry.initial-delay", "200ms"),
                Map.entry("transform.retry.max-delay", "5m"),
                Map.entry("transform.factorial.native", "required"),
                Map.entry("transform.factorial.native-memory", "1G"),
                Map.entry("transform.plugins", "/plugins"),
                Map.entry("transform.decimal.inline-limit", "1K"),
                Map.entry("transform.object-store.kind", "s3"),
                Map.entry("transform.object-store.directory", "/objects"),
                Map.entry("transform.object-store.s3.bucket", "digits"),
                Map.entry("transform.object-store.s3.prefix", "a/b"),
                Map.entry("transform.object-store.s3.region", "eu-west-1"),
                Map.entry("transform.object-store.s3.endpoint", "http://localhost:9000"),
                Map.entry("transform.object-store.s3.path-style", "true"),
                Map.entry("transform.object-store.s3.part-size", "16M")));

    assertThat(settings.consumption()).isEqualTo(Consumption.PARTITIONS);
    assertThat(settings.group()).contains("other");
    assertThat(settings.slots()).hasValue(8);
    assertThat(WorkerId.of(settings)).isEqualTo("host-1");
    assertThat(settings.maxNumber()).isEqualTo(5000);
    assertThat(settings.maxAttempts()).isEqualTo(4);
    assertThat(settings.drainTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.terminationGracePeriod()).contains(Duration.ofMinutes(3));
    assertThat(settings.timeLimit()).isEqualTo(Duration.ofSeconds(90));
    assertThat(settings.statusInterval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.retry().initialDelay()).isEqualTo(Duration.ofMillis(200));
    assertThat(settings.retry().maxDelay()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.factorial().nativeUse()).isEqualTo(NativeUse.REQUIRED);
    assertThat(settings.factorial().nativeMemory().asLongValue()).isEqualTo(1L << 30);
    assertThat(settings.plugins()).contains(Path.of("/plugins"));
    assertThat(settings.decimal().inlineLimit().asLongValue()).isEqualTo(1024);
    assertThat(settings.objectStore().kind()).isEqualTo(StoreKind.S3);
    assertThat(settings.objectStore().directory()).isEqualTo(Path.of("/objects"));
    assertThat(S3Config.store(settings.objectStore().s3()))
        .isEqualTo(
            new S3Settings(
                "digits",
                "a/b",
                new S3Connection(
                    Optional.of("eu-west-1"),
                    Optional.of(URI.create("http://localhost:9000")),
                    true),
                16L << 20));
    assertThatCode(() -> SettingsCheck.check(settings)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "transform.slots, 0, 'transform.slots must be from 1 to 1024, was 0'",
    "transform.slots, 1025, 'transform.slots must be from 1 to 1024, was 1025'",
    "transform.max-number, -1, "
        + "'transform.max-number must be from 0 to 9223372036854775807, was -1'",
    "transform.max-attempts, 0, 'transform.max-attempts must be from 1 to 100, was 0'",
    "transform.max-attempts, 101, 'transform.max-attempts must be from 1 to 100, was 101'",
    "transform.time-limit, 0s, 'transform.time-limit must be from 1 ms to 604800 s, was 0 s'",
    "transform.time-limit, 169h, "
        + "'transform.time-limit must be from 1 ms to 604800 s, was 608400 s'",
    "transform.status-interval, 999ms, "
        + "'transform.status-interval must be from 1 s to 60 s, was 999 ms'",
    "transform.status-interval, 61s, "
        + "'transform.status-interval must be from 1 s to 60 s, was 61 s'",
    "transform.status-interval, PT-1S, "
        + "'transform.status-interval must be from 1 s to 60 s, was -1 s'",
    "transform.retry.initial-delay, 0s, "
        + "'transform.retry.initial-delay must be from 1 ms to 86400 s, was 0 s'",
    "transform.retry.max-delay, 500ms, "
        + "'transform.retry.max-delay must be from 1 s to 86400 s, was 500 ms'",
    "transform.termination-grace-period, 25s, 'transform.drain-timeout must be below "
        + "transform.termination-grace-period, which is 25 s, was 25 s: the process would be "
        + "killed while it drains'",
    "transform.drain-timeout, PT-1S, "
        + "'transform.drain-timeout must be from 0 s to 86400 s, was -1 s'",
    "transform.drain-timeout, 86401s, "
        + "'transform.drain-timeout must be from 0 s to 86400 s, was 86401 s'",
    "transform.decimal.inline-limit, 524289, "
        + "'transform.decimal.inline-limit must be from 0 to 524288, was 524289'",
    "transform.factorial.native-memory, 1048575, 'transform.factorial.native-memory must be from "
        + "1048576 to 68719476736, was 1048575'",
    "transform.factorial.native-memory, 65G, 'transform.factorial.native-memory must be from "
        + "1048576 to 68719476736, was 69793218560'",
  })
  void refusesAValueOutsideItsRange(String key, String value, String message) {
    TransformSettings settings = settings(Map.of(key, value));

    assertThatThrownBy(() -> SettingsCheck.check(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "transform.slots, 1",
    "transform.slots, 1024",
    "transform.max-number, 0",
    "transform.max-attempts, 1",
    "transform.max-attempts, 100",
    "transform.time-limit, 1ms",
    "transform.time-limit, 7d",
    "transform.status-interval, 0",
    "transform.status-interval, 1s",
    "transform.status-interval, 1m",
    "transform.termination-grace-period, 26s",
    "transform.drain-timeout, 0s",
    "transform.drain-timeout, 24h",
    "transform.decimal.inline-limit, 0",
    "transform.decimal.inline-limit, 512K",
    "transform.factorial.native-memory, 1M",
    "transform.factorial.native-memory, 64G",
  })
  void takesTheEndsOfARange(String key, String value) {
    TransformSettings settings = settings(Map.of(key, value));

    assertThatCode(() -> SettingsCheck.check(settings)).doesNotThrowAnyException();
  }

  @Test
  void refusesAStoreInS3WithoutABucket() {
    TransformSettings settings = settings(Map.of("transform.object-store.kind", "s3"));

    assertThatThrownBy(() -> SettingsCheck.check(settings))
        .hasMessage(
            "transform.object-store.s3.bucket must be set where transform.object-store.kind is s3,"
                + " was not");
  }

  @Test
  void refusesPartsThatS3DoesNotTake() {
    TransformSettings settings =
        settings(
            Map.of(
                "transform.object-store.kind", "s3",
                "transform.object-store.s3.bucket", "digits",
                "transform.object-store.s3.part-size", "1M"));

    assertThatThrownBy(() -> SettingsCheck.check(settings))
        .hasMessage(
            "transform.object-store.s3.part-size must be from 5242880 to 1073741824, was 1048576");
  }

  @Test
  void namesAProcessByHostAndProcessId() {
    assertThat(WorkerId.of(settings(Map.of()))).matches(".+-" + ProcessHandle.current().pid());
  }

  private static TransformSettings settings(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(TransformSettings.class)
        .withSources(new PropertiesConfigSource(values, "test", 900))
        .build()
        .getConfigMapping(TransformSettings.class);
  }
}
