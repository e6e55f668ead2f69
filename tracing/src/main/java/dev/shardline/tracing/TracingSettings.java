package dev.shardline.tracing;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The standard settings of OpenTelemetry, as far as they are looked at before it is started:
 * whether it is, and what it would only find out later or tell with a secret in it.
 */
final class TracingSettings {

  private static final String DISABLED = "otel.sdk.disabled";

  private static final List<String> ENDPOINTS =
      List.of("otel.exporter.otlp.endpoint", "otel.exporter.otlp.traces.endpoint");

  private static final List<String> HEADERS =
      List.of("otel.exporter.otlp.headers", "otel.exporter.otlp.traces.headers");

  private static final List<String> PROTOCOLS =
      List.of("otel.exporter.otlp.protocol", "otel.exporter.otlp.traces.protocol");

  private static final String PROTOCOL = "http/protobuf";

  private static final Pattern KEY = Pattern.compile("otel(\\.[a-z0-9_-]+)+");
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

  private final Lookup properties;
  private final Lookup variables;

  /**
   * Settings of two places, of which the first counts.
   *
   * @param properties by keys such as {@code otel.sdk.disabled}
   * @param variables by names such as {@code OTEL_SDK_DISABLED}
   */
  TracingSettings(Lookup properties, Lookup variables) {
    this.properties = properties;
    this.variables = variables;
  }

  /** Those of this process. */
  static TracingSettings ofProcess() {
    return new TracingSettings(System::getProperty, System::getenv);
  }

  /** Whether there is a collector to tell. */
  boolean isOn() {
    return ENDPOINTS.stream().anyMatch(key -> value(key) != null)
        && !"true".equalsIgnoreCase(value(DISABLED));
  }

  /**
   * Checks what can be checked.
   *
   * @throws TracingSettingsException if a value is wrong
   */
  void check() {
    check(ENDPOINTS, TracingSettings::isAddress, "the http or https address of a collector", true);
    check(PROTOCOLS, PROTOCOL::equals, PROTOCOL, true);
    check(HEADERS, TracingSettings::areHeaders, "HTTP headers as name=value,name=value", false);
  }

  /** What OpenTelemetry says of a wrong value, with the name by which it was set if it names it. */
  TracingSettingsException fault(@Nullable String message) {
    String text = String.valueOf(message);
    String named = KEY.matcher(text).replaceAll(key -> Matcher.quoteReplacement(name(key.group())));
    return new TracingSettingsException(
        KEY.matcher(text).find()
            ? named
            : "OpenTelemetry cannot be started as its variables OTEL_… say: %s".formatted(text));
  }

  private void check(List<String> keys, Predicate<String> rule, String expected, boolean told) {
    for (String key : keys) {
      String value = value(key);
      if (value != null && !rule.test(value)) {
        throw new TracingSettingsException(
            told
                ? "%s must be %s, was %s".formatted(name(key), expected, withoutUser(value))
                : "%s must be %s; its value is not shown".formatted(name(key), expected));
      }
    }
  }

  private @Nullable String value(String key) {
    String property = properties.get(key);
    String value = property == null ? variables.get(variable(key)) : property;
    return value == null || value.isBlank() ? null : value;
  }

  private String name(String key) {
    return properties.get(key) == null ? variable(key) : key;
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static boolean isAddress(String value) {
    try {
      URI address = new URI(value);
      return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
          && address.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean areHeaders(String value) {
    for (String header : value.split(",", -1)) {
      int equals = header.indexOf('=');
      if (equals < 0
          ? !header.isBlank()
          : !HEADER_NAME.matcher(header.substring(0, equals).strip()).matches()
              || !isHeaderValue(header.substring(equals + 1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHeaderValue(String encoded) {
    try {
      return HEADER_VALUE.matcher(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).matches();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** An address may have a password in it. */
  private static String withoutUser(String value) {
    int at = value.lastIndexOf('@');
    return at < 0 ? value : "…" + value.substring(at);
  }

  /** Finds a setting by its name. */
  @FunctionalInterface
  interface Lookup {
    /** The value; null if there is none. */
    @Nullable String get(String name);
  }
}
