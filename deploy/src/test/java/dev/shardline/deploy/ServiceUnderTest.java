package dev.shardline.deploy;

import dev.shardline.ingest.settings.IngestSettings;
import dev.shardline.monitor.settings.MonitorSettings;
import dev.shardline.transform.settings.TransformSettings;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a service says of itself: its port, its settings, its groups. */
enum ServiceUnderTest {
  INGEST(IngestSettings.class) {
    @Override
    void check(SmallRyeConfig config) {
      dev.shardline.ingest.settings.SettingsCheck.check(
          config.getConfigMapping(IngestSettings.class));
    }
  },
  TRANSFORM(TransformSettings.class) {
    @Override
    void check(SmallRyeConfig config) {
      dev.shardline.transform.settings.SettingsCheck.check(
          config.getConfigMapping(TransformSettings.class));
    }
  },
  MONITOR(MonitorSettings.class) {
    @Override
    void check(SmallRyeConfig config) {
      dev.shardline.monitor.settings.SettingsCheck.check(
          config.getConfigMapping(MonitorSettings.class));
    }
  };

  private final Class<?> settings;

  ServiceUnderTest(Class<?> settings) {
    this.settings = settings;
  }

  /** Refuses values out of range. */
  abstract void check(SmallRyeConfig config);

  /** Such as {@code ingest}. */
  String shortName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The Deployment and what belongs to it. */
  String deployment() {
    return "shardline-" + shortName();
  }

  static Optional<ServiceUnderTest> ofDeployment(String name) {
    return Arrays.stream(values()).filter(service -> service.deployment().equals(name)).findFirst();
  }

  int port() {
    return Integer.parseInt(properties().getProperty("quarkus.http.port"));
  }

  /** What is in the service's {@code application.properties}. */
  Properties properties() {
    return Repository.properties(
        shortName() + "-service/src/main/resources/application.properties");
  }

  /** The keys of the settings, with their defaults. */
  private Map<String, String> settings() {
    return ConfigClass.configClass(settings).getProperties();
  }

  /** Whether the service has a setting that a variable of this name sets. */
  boolean reads(String variable) {
    return variables().anyMatch(pattern -> pattern.matcher(variable).matches());
  }

  private Stream<Pattern> variables() {
    return settings().keySet().stream().map(ServiceUnderTest::variable);
  }

  /** By SmallRye's rule: all but letters and digits is an underscore, all is upper case. */
  private static Pattern variable(String key) {
    String name = key.replaceAll("[^*A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    return Pattern.compile(name.replace("_*_", "_[0-9A-Z_]+_").replace("*", "[0-9A-Z_]+"));
  }

  /** How long the service drains after SIGTERM in this environment; empty if it does not drain. */
  Optional<Duration> drain(Map<String, String> environment) {
    String key = shortName() + ".drain-timeout";
    if (!settings().containsKey(key)) {
      return Optional.empty();
    }
    return Optional.of(DurationConverter.parseDuration(value(key, environment)));
  }

  /** What a setting is in this environment, or by default. */
  String value(String key, Map<String, String> environment) {
    return environment.getOrDefault(variable(key).pattern(), String.valueOf(settings().get(key)));
  }

  /** What the service would say of this environment when it starts; empty if it would start. */
  Optional<String> refusal(Map<String, String> environment) {
    Map<String, String> defaults = new HashMap<>();
    properties().forEach((key, value) -> defaults.put((String) key, (String) value));
    try {
      check(
          new SmallRyeConfigBuilder()
              .addDiscoveredConverters()
              .addDefaultInterceptors()
              .withSources(
                  new PropertiesConfigSource(defaults, "application.properties", 250),
                  new EnvConfigSource(environment, 300))
              .withMapping(ConfigClass.configClass(settings))
              .build());
      return Optional.empty();
    } catch (IllegalArgumentException | ConfigValidationException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** The groups that the monitor watches, and so knows the backlog of. */
  static Set<String> watchedGroups() {
    return MONITOR.properties().stringPropertyNames().stream()
        .filter(key -> key.startsWith("monitor.groups."))
        .map(key -> List.of(key.split("\\.")).get(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
