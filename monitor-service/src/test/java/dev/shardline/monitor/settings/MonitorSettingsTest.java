package dev.shardline.monitor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.lag.GroupKind;
import dev.shardline.lag.StartPolicy;
import dev.shardline.lag.WatchedGroup;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitorSettingsTest {

  @Test
  void hasDefaults() throws IOException {
    MonitorSettings settings = settings(Map.of());

    assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.window()).isEqualTo(Duration.ofHours(1));
    assertThat(settings.activity()).isTrue();
    assertThatCode(() -> SettingsCheck.check(settings)).doesNotThrowAnyException();
  }

  @Test
  void watchesShardlinesOwnGroups() throws IOException {
    MonitorSettings settings = settings(Map.of());

    assertThat(WatchList.groups(settings))
        .containsExactly(
            new WatchedGroup(
                "shardline-ingest",
                GroupKind.CONSUMER,
                List.of("source-requests"),
                StartPolicy.EARLIEST),
            new WatchedGroup(
                "shardline-transform", GroupKind.SHARE, List.of("shards"), StartPolicy.EARLIEST),
            new WatchedGroup(
                "shardline-transform-retry",
                GroupKind.CONSUMER,
                List.of("shards-retry"),
                StartPolicy.EARLIEST));
    assertThat(WatchList.services(settings))
        .isEqualTo(
            Map.of(
                "shardline-ingest", "ingest-service",
                "shardline-transform", "transform-service"));
  }

  @Test
  void takesEverySetting() throws IOException {
    MonitorSettings settings =
        settings(
            Map.of(
                "monitor.interval", "1s",
                "monitor.timeout", "60s",
                "monitor.window", "24h",
                "monitor.activity", "false",
                "monitor.groups.reports.kind", "share",
                "monitor.groups.reports.topics", "orders,payments",
                "monitor.groups.reports.start", "latest",
                "monitor.groups.reports.read-committed", "true",
                "monitor.groups.reports.service", "transform-service"));

    assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.timeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(settings.window()).isEqualTo(Duration.ofDays(1));
    assertThat(settings.activity()).isFalse();
    assertThat(WatchList.groups(settings))
        .contains(
            new WatchedGroup(
                "reports",
                GroupKind.SHARE,
                List.of("orders", "payments"),
                StartPolicy.LATEST,
                true));
    assertThat(WatchList.services(settings)).containsEntry("reports", "transform-service");
    assertThatCode(() -> SettingsCheck.check(settings)).doesNotThrowAnyException();
  }

  @Test
  void takesNothingForGrantedOfAGroupOfWhichOnlyTheNameIsSaid() throws IOException {
    MonitorSettings settings = settings(Map.of("monitor.groups.\"a.b\".kind", "consumer"));

    assertThat(WatchList.groups(settings))
        .contains(
            new WatchedGroup("a.b", GroupKind.CONSUMER, List.of(), StartPolicy.UNKNOWN, false));
    assertThat(WatchList.services(settings)).doesNotContainKey("a.b");
  }

  @ParameterizedTest
  @CsvSource({
    "monitor.interval, 999ms, 'monitor.interval must be from 1000 ms to 60000 ms, was 999 ms'",
    "monitor.interval, 61s, 'monitor.interval must be from 1000 ms to 60000 ms, was 61000 ms'",
    "monitor.timeout, 0s, 'monitor.timeout must be from 1000 ms to 60000 ms, was 0 ms'",
    "monitor.timeout, 2m, 'monitor.timeout must be from 1000 ms to 60000 ms, was 120000 ms'",
    "monitor.window, 59s, 'monitor.window must be from 60000 ms to 86400000 ms, was 59000 ms'",
    "monitor.window, 25h, 'monitor.window must be from 60000 ms to 86400000 ms, was 90000000 ms'",
  })
  void refusesAValueOutsideItsRange(String key, String value, String message) throws IOException {
    MonitorSettings settings = settings(Map.of(key, value));

    assertThatThrownBy(() -> SettingsCheck.check(settings)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "monitor.interval, soon",
    "monitor.groups.reports.kind, stream",
    "monitor.groups.reports.start, beginning",
  })
  void namesTheKeyAndTheValueWhereAValueIsNone(String key, String value) {
    assertThatThrownBy(() -> settings(Map.of(key, value)))
        .hasMessageContaining(key)
        .hasMessageContaining(value);
  }

  private static MonitorSettings settings(Map<String, String> values) throws IOException {
    URL defaults =
        Objects.requireNonNull(MonitorSettings.class.getResource("/application.properties"));
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .addDefaultInterceptors()
        .withMapping(MonitorSettings.class)
        .withSources(
            new PropertiesConfigSource(defaults), new PropertiesConfigSource(values, "test", 900))
        .build()
        .getConfigMapping(MonitorSettings.class);
  }
}
