package dev.shardline.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts OpenTelemetry for traces alone, as its standard settings say. */
final class OpenTelemetryStart {

  private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
  private static final AttributeKey<String> INSTANCE =
      AttributeKey.stringKey("service.instance.id");

  /** What the SDK calls a process that nobody named. */
  private static final String UNNAMED = "unknown_service";

  /** Kept, since a logger that nobody keeps forgets its level. */
  private static final Logger LOGGER = Logger.getLogger("io.opentelemetry");

  private OpenTelemetryStart() {}

  /**
   * Starts it.
   *
   * @throws TracingSettingsException if a setting has a wrong value
   */
  static Traces start(
      TracingSettings settings, String service, String instance, Consumer<String> warnings) {
    settings.check();
    // Of a collector that is away it logs stack traces, and of settings their values.
    LOGGER.setLevel(Level.OFF);
    try {
      OpenTelemetrySdk sdk =
          AutoConfiguredOpenTelemetrySdk.builder()
              .disableShutdownHook()
              .addPropertiesSupplier(() -> Map.of("otel.exporter.otlp.protocol", "http/protobuf"))
              .addPropertiesCustomizer(config ->
                  Map.of(
                      "otel.metrics.exporter", "none",
                      "otel.logs.exporter", "none",
                      "otel.propagators", "tracecontext"))
              .addResourceCustomizer((resource, config) -> named(resource, service, instance))
              .addSpanExporterCustomizer(
                  (exporter, config) -> new OpenTelemetryExporter(exporter, warnings))
              .build()
              .getOpenTelemetrySdk();
      return new OpenTelemetryTraces(sdk.getSdkTracerProvider());
    } catch (RuntimeException e) {
      throw settings.fault(e.getMessage());
    }
  }

  private static Resource named(Resource resource, String service, String instance) {
    AttributesBuilder names = Attributes.builder();
    String name = resource.getAttribute(SERVICE);
    if (name == null || name.isEmpty() || name.startsWith(UNNAMED)) {
      names.put(SERVICE, service);
    }
    if (resource.getAttribute(INSTANCE) == null) {
      names.put(INSTANCE, instance);
    }
    return resource.merge(Resource.create(names.build()));
  }
}
